package org.huhang.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for Axon Server on 127.0.0.1 and a free port: one context, kept in memory, spoken to with the protocol the
 * connector speaks. It survives its clients, and can be told to fail them.
 */
public final class AxonServerDouble implements AutoCloseable {

    private final StoredEvents events = new StoredEvents();
    private final InjectedFaults faults = new InjectedFaults();
    private final ExecutorService breaker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("axon-server-double").daemon().factory());
    private final EventService service = new EventService(events, faults, () -> breaker.execute(this::dropConnections));
    private Server server;
    private int port;

    private AxonServerDouble() {
        open();
    }

    public static AxonServerDouble start() {
        return new AxonServerDouble();
    }

    /** As {@code axon.axonserver.servers} wants it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Everything that is stored, as it came over the wire. */
    public List<Event> stored() {
        return events.from(0, Integer.MAX_VALUE).stream()
                .map(EventWithToken::getEvent)
                .toList();
    }

    /** As if another application had appended it. */
    public void store(Event event) {
        service.store(List.of(event));
    }

    /** The next {@code appends} are refused: nobody leads. */
    public void refuse(int appends) {
        faults.refuse(appends);
    }

    /** The next {@code appends} are stored, but every connection is lost before the confirmation. */
    public void leaveUnconfirmed(int appends) {
        faults.leaveUnconfirmed(appends);
    }

    /** The next {@code appends} lose every connection before anything is stored. */
    public void lose(int appends) {
        faults.lose(appends);
    }

    /** Nobody can reach the server, until it is {@link #open() opened} again. */
    public synchronized void shut() {
        try {
            server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the server on its port, with what it has stored. */
    public synchronized void open() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .permitKeepAliveTime(100, TimeUnit.MILLISECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .addService(new ControlService())
                    .addService(service)
                    .build()
                    .start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection; new ones are taken at once. */
    public void dropConnections() {
        shut();
        open();
    }

    @Override
    public void close() {
        breaker.shutdown();
        shut();
    }
}
