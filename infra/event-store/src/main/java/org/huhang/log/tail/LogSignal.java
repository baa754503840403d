package org.huhang.log.tail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the log is known to reach, and who wants to hear of it. Asking costs no query. */
public final class LogSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<AtomicReference<Runnable>> callbacks = new CopyOnWriteArrayList<>();
    private volatile long newest;

    /** Position of the newest fact known of; the log may already reach further. */
    public long newest() {
        return newest;
    }

    /** Waits until the log reaches beyond {@code position}, at most as long as {@code longest}. */
    public boolean awaitBeyond(long position, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lockInterruptibly();
        try {
            while (newest <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return newest > position;
        } finally {
            lock.unlock();
        }
    }

    /** Runs {@code callback} whenever the log has grown, until the reference given back is emptied by {@link #forget}. */
    public AtomicReference<Runnable> call(Runnable callback) {
        AtomicReference<Runnable> registration = new AtomicReference<>(callback);
        callbacks.add(registration);
        return registration;
    }

    public void forget(AtomicReference<Runnable> registration) {
        callbacks.remove(registration);
    }

    /** The log reaches no further than {@code position}, though it had. */
    void putBack(long position) {
        lock.lock();
        try {
            newest = Math.min(newest, position);
        } finally {
            lock.unlock();
        }
    }

    public void reached(long position) {
        lock.lock();
        try {
            if (position <= newest) {
                return;
            }
            newest = position;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        callbacks.forEach(callback -> callback.get().run());
    }
}
