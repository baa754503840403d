package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.tail.LogSignal;
import org.huhang.log.tail.LogThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the server's log on one stream for the whole process: writes down what follows from it, keeps its end in memory,
 * and only then tells of it. A broken stream is opened again; a fact that cannot be read is not passed over.
 */
public final class LogFollower extends LogThread {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final int BATCH = 512;
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ServerStreams streams;
    private final FactIndex index;
    private final EarlierErrors errors;
    private final ServerTail tail;
    private final LogSignal signal;
    private final Map<UUID, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private volatile Optional<String> trouble = Optional.of("not started");
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private Moment place;

    LogFollower(ServerStreams streams, FactIndex index, EarlierErrors errors, ServerTail tail, LogSignal signal) {
        super("log-follower");
        this.streams = streams;
        this.index = index;
        this.errors = errors;
        this.tail = tail;
        this.signal = signal;
    }

    /** Why it does not get on at present; empty while it does. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** Whether what was in the log when this process came has been followed; waits for it at most as long as {@code longest}. */
    boolean caughtUp(Duration longest) {
        try {
            return caughtUp.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Completes with the position of the command's last fact, once that has been followed. Ask before appending. */
    CompletableFuture<Long> followed(UUID command) {
        return awaited.computeIfAbsent(command, id -> new CompletableFuture<>());
    }

    /** The command appends nothing after all. */
    void forget(UUID command) {
        awaited.remove(command);
    }

    @Override
    protected void run() {
        while (!stopped(Duration.ZERO)) {
            try {
                follow();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                String now = reason(e);
                if (!trouble.equals(Optional.of(now))) {
                    LOG.warn("The log of Axon Server cannot be followed, trying again until it can: {}", now);
                }
                trouble = Optional.of(now);
                stopped(PAUSE);
            }
        }
    }

    private void follow() throws InterruptedException {
        if (place == null) {
            place = index.head();
        }
        long head = streams.head();
        if (head < place.position()) {
            throw new IllegalStateException(
                    "Axon Server has " + head + " facts, but " + place.position() + " had been followed");
        }
        signal.reached(place.position());
        errors.follow();
        try (EventStream stream = streams.after(place.position())) {
            List<ServerFact> waiting = new ArrayList<>();
            trouble = Optional.empty();
            while (!stopped(Duration.ZERO)) {
                if (place.position() >= head) {
                    caughtUp.countDown();
                }
                take(stream, place.position() + waiting.size(), waiting);
                int whole = wholeCommands(waiting);
                if (whole > 0) {
                    List<ServerFact> facts = waiting.subList(0, whole);
                    tell(index.follow(place, facts), facts);
                    waiting = new ArrayList<>(waiting.subList(whole, waiting.size()));
                }
            }
        }
    }

    /** Waits for the next fact, and takes what is there beside it. */
    private void take(EventStream stream, long position, List<ServerFact> waiting) throws InterruptedException {
        EventWithToken event = stream.nextIfAvailable(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        long expected = position;
        for (int taken = 0; event != null; event = ++taken < BATCH ? stream.nextIfAvailable() : null) {
            if (event.getToken() != expected) {
                throw new IllegalStateException("Axon Server gave event " + event.getToken() + " for " + expected);
            }
            expected++;
            waiting.add(streams.read(event));
        }
        if (stream.isClosed()) {
            throw new IllegalStateException("The stream broke off");
        }
    }

    /** A command is told whole or not at all. */
    private static int wholeCommands(List<ServerFact> facts) {
        int whole = facts.size();
        while (whole > 0 && !facts.get(whole - 1).trace().last()) {
            whole--;
        }
        return whole;
    }

    private void tell(List<Recorded> placed, List<ServerFact> facts) {
        tail.add(placed);
        Recorded last = placed.getLast();
        place = new Moment(last.position(), last.recordedAt());
        signal.reached(last.position());
        for (int i = 0; i < facts.size(); i++) {
            Trace trace = facts.get(i).trace();
            if (trace.last()) {
                CompletableFuture<Long> awaiting = awaited.remove(trace.command());
                if (awaiting != null) {
                    awaiting.completeAsync(placed.get(i)::position);
                }
            }
        }
    }

    /** Our own sentences hold nothing personal; those of others might. */
    private static String reason(RuntimeException e) {
        return switch (e) {
            case IllegalStateException ours -> ours.getMessage();
            case UnreadableEvent unreadable -> unreadable.getMessage();
            case Unavailable gone -> "it cannot be reached";
            default -> e.getClass().getSimpleName();
        };
    }
}
