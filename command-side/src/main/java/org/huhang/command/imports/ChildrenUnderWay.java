package org.huhang.command.imports;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The children whose rows are being carried by this process, of whatever list: a row that may be of the same child as one
 * under way waits for it, and finds what that one left.
 */
@Component
class ChildrenUnderWay {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition less = lock.newCondition();
    private final Set<String> marks = new HashSet<>();

    /**
     * @param of {@link ListedChild#marks()}
     * @return whether no row of perhaps the same child was under way any more within that time; the marks are to be let go then
     */
    boolean hold(Collection<String> of, Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!Collections.disjoint(marks, of)) {
                if (left <= 0) {
                    return false;
                }
                left = less.awaitNanos(left);
            }
            marks.addAll(of);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a row waited for another", e);
        } finally {
            lock.unlock();
        }
    }

    void letGo(Collection<String> of) {
        lock.lock();
        try {
            marks.removeAll(of);
            less.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
