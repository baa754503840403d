package org.huhang.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.huhang.log.read.Entry;
import org.huhang.log.read.LogTable;
import org.huhang.log.tail.LogSignal;

/**
 * One reader's way along the log, for one thread. It queries only when the log is known to have grown, and in batches;
 * a reader with a callback is told of growth and need not ask.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int BATCH = 512;

    private final LogTable table;
    private final LogSignal signal;
    private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
    private AtomicReference<Runnable> callback;
    private long position;

    LogStream(LogTable table, LogSignal signal, long after) {
        this.table = table;
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
        forgetCallback();
        callback = signal.call(whenGrown);
        return true;
    }

    @Override
    public void close() {
        forgetCallback();
    }

    private void fetch() {
        if (fetched.isEmpty() && signal.newest() > position) {
            for (Entry entry : table.after(position, BATCH)) {
                fetched.add(LogMessages.tracked(entry));
                position = entry.fact().position();
            }
        }
    }

    private void forgetCallback() {
        if (callback != null) {
            signal.forget(callback);
            callback = null;
        }
    }
}
