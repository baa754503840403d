package org.huhang.bench.axon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.tail.LogSignal;

/**
 * One reader's way along the log, for one thread. It queries only when the log is known to have grown, and in batches;
 * a reader with a callback is told of growth and need not ask.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int BATCH = 512;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final EventLog log;
    private final LogSignal signal;
    private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
    private Thread caller;
    private long position;

    LogStream(EventLog log, LogSignal signal, long after) {
        this.log = log;
        this.signal = signal;
        this.position = after;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        fetch();
        return Optional.ofNullable(fetched.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        fetch();
        if (fetched.isEmpty()
                && timeout > 0
                && signal.awaitBeyond(position, Duration.of(timeout, unit.toChronoUnit()))) {
            fetch();
        }
        return !fetched.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        TrackedEventMessage<?> next = fetched.poll();
        if (next == null) {
            throw new NoSuchElementException("The stream is used by more than one thread");
        }
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenGrown) {
        close();
        long known = signal.newest();
        caller = Thread.ofVirtual().name("log-has-grown").start(() -> call(whenGrown, known));
        return true;
    }

    @Override
    public void close() {
        if (caller != null) {
            caller.interrupt();
            caller = null;
        }
    }

    private void call(Runnable whenGrown, long known) {
        try {
            for (long newest = known; ; ) {
                if (signal.awaitBeyond(newest, LONGEST_WAIT)) {
                    newest = signal.newest();
                    whenGrown.run();
                }
            }
        } catch (InterruptedException closed) {
            // Nobody is to be told any more.
        }
    }

    private void fetch() {
        if (fetched.isEmpty() && signal.newest() > position) {
            for (Recorded recorded : log.after(position, BATCH)) {
                fetched.add(LogMessages.tracked(recorded));
                position = recorded.position();
            }
        }
    }
}
