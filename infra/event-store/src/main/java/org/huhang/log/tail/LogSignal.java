package org.huhang.log.tail;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the log is known to reach. Asking costs no query. */
public final class LogSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
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
    }
}
