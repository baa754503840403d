package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/** The one connection to Axon Server. It mends itself; who needs it now asks whether it stands. */
public final class AxonServerLink implements AutoCloseable {

    /** An append that has no answer by then is given up by both sides; long before the documents it claimed are free. */
    static final Duration LONGEST_APPEND = Duration.ofSeconds(5);

    private static final long LOOK_AGAIN_MILLIS = 20;

    private final AxonServerConnectionManager connections;
    private final String servers;

    private AxonServerLink(AxonServerConnectionManager connections, String servers) {
        this.connections = connections;
        this.servers = servers;
    }

    /** @throws AxonServerUnreachable when none of the servers answers within {@code longest} */
    public static AxonServerLink open(AxonServerConfiguration configuration, Duration longest) {
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .channelCustomizer(channel -> channel.intercept(new AppendDeadline()))
                .build();
        AxonServerLink link = new AxonServerLink(connections, configuration.getServers());
        if (!link.awaitConnected(longest)) {
            link.close();
            throw new AxonServerUnreachable(configuration.getServers());
        }
        return link;
    }

    public boolean connected() {
        return connection().isConnected();
    }

    public String servers() {
        return servers;
    }

    EventChannel events() {
        return connection().eventChannel();
    }

    /** @return whether it stands, after {@code longest} at most */
    boolean awaitConnected(Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            while (!connected()) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        connections.shutdown();
    }

    private AxonServerConnection connection() {
        return connections.getConnection();
    }

    /** The connector waits for ever for the answer to an append. */
    private static final class AppendDeadline implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            boolean append = method.getFullMethodName()
                    .equals(EventStoreGrpc.getAppendEventMethod().getFullMethodName());
            return next.newCall(
                    method,
                    append ? options.withDeadlineAfter(LONGEST_APPEND.toMillis(), TimeUnit.MILLISECONDS) : options);
        }
    }
}
