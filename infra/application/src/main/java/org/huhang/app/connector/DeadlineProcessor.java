package org.huhang.app.connector;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.http.HttpStatus;

/**
 * Answers 408 to a request whose head has not come within the deadline, and takes care that who is turned away hears why:
 * closed while more is arriving, a connection would be reset, and its answer lost with it.
 */
final class DeadlineProcessor extends Http11Processor {

    private static final long LONGEST_FAREWELL = TimeUnit.SECONDS.toNanos(2);
    private static final long LARGEST_FAREWELL = 32L << 20;

    private final DeadlineProtocol protocol;
    private final long deadline;

    DeadlineProcessor(DeadlineProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
        this.deadline = protocol.headerDeadline().toNanos();
    }

    /** Called whenever bytes of a head have come, until it is complete, and not again until the next one. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (hasBegun() && left() <= 0) {
            return tooSlow(socket);
        }
        if (hasBegun()) {
            socket.setReadTimeout(protocol.getConnectionTimeout());
        }
        SocketState state = super.service(socket);
        if (state == SocketState.LONG && !isAsync() && hasBegun()) {
            socket.setReadTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left())));
        }
        return farewell(state, socket);
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        boolean silent = event == SocketEvent.ERROR && socket.getError() instanceof SocketTimeoutException;
        return silent && hasBegun() && !isAsync() && !isUpgrade() ? tooSlow(socket) : super.process(socket, event);
    }

    /** What Tomcat could not read of a body to its end must not be taken for the next request. */
    @Override
    protected SocketState dispatchEndRequest() {
        SocketState state = super.dispatchEndRequest();
        return getErrorState().isError() ? SocketState.CLOSED : state;
    }

    private boolean hasBegun() {
        return request.getStartTimeNanos() != -1;
    }

    private long left() {
        return deadline - (System.nanoTime() - request.getStartTimeNanos());
    }

    private SocketState tooSlow(SocketWrapperBase<?> socket) throws IOException {
        request.protocol().setString("HTTP/1.1");
        response.setStatus(HttpStatus.REQUEST_TIMEOUT.value());
        setErrorState(ErrorState.CLOSE_CLEAN, null);
        try {
            getAdapter().service(request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        request.updateCounters();
        return farewell(SocketState.CLOSED, socket);
    }

    /** Tells the caller that this was all, and reads what is still on its way, for a moment. */
    private SocketState farewell(SocketState state, SocketWrapperBase<?> socket) {
        if (state == SocketState.CLOSED && getErrorState().isError()) {
            try {
                if (socket.getSocket() instanceof NioChannel channel && !(channel instanceof SecureNioChannel)) {
                    channel.getIOChannel().shutdownOutput();
                }
                passOver(socket);
            } catch (IOException e) {
                getLog().debug("The caller has gone, or says nothing more", e);
            }
        }
        return state;
    }

    private static void passOver(SocketWrapperBase<?> socket) throws IOException {
        byte[] rest = new byte[8192];
        long began = System.nanoTime();
        long passed = 0;
        int read = 0;
        while (read >= 0 && passed < LARGEST_FAREWELL) {
            long left = LONGEST_FAREWELL - (System.nanoTime() - began);
            if (left <= 0) {
                return;
            }
            socket.setReadTimeout(Math.max(1, Duration.ofNanos(left).toMillis()));
            read = socket.read(true, rest, 0, rest.length);
            passed += read;
        }
    }
}
