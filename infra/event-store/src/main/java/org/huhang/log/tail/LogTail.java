package org.huhang.log.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.read.LogTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest facts of the log, in memory: what this process recorded comes in without being read back, what others
 * recorded is read once for all who follow. Gapless, so whoever reads here has missed nothing.
 */
public final class LogTail {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    private static final int READ_AT_ONCE = 1_000;
    private static final int MOST_BEYOND = 1_000;
    /** A notification of our own commit may overtake our own writer by this much. */
    private static final long OVERTAKING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final LogTable table;
    private final LogSignal signal;
    private final StreamMemory memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final RecentFacts recent = new RecentFacts();
    /** Of this process, beyond a stretch that another process recorded and that is not read yet; by first position. */
    private final TreeMap<Long, List<Recorded>> beyond = new TreeMap<>();

    private volatile boolean writing;

    public LogTail(LogTable table, LogSignal signal, StreamMemory memory) {
        this.table = table;
        this.signal = signal;
        this.memory = memory;
    }

    /** Whether this process is about to hear of a commit of its own. */
    public void writing(boolean underWay) {
        writing = underWay;
    }

    /** Facts of this process, now on disk, one after the other. */
    public void wrote(List<Recorded> facts) {
        if (facts.isEmpty()) {
            return;
        }
        long newest;
        lock.lock();
        try {
            if (recent.isEmpty()) {
                recent.startAfter(facts.getFirst().position() - 1);
            }
            if (recent.contradicts(facts.getFirst())) {
                putBack(facts.getFirst().position() - 1);
            }
            beyond.put(facts.getFirst().position(), facts);
            takeInBeyond();
            if (beyond.size() > MOST_BEYOND) {
                startAnewAfter(beyond.firstKey() - 1);
            }
            newest = recent.newest();
        } finally {
            lock.unlock();
        }
        signal.reached(newest);
    }

    /** The log is known to reach to {@code head}; what is missing up to there is read. */
    void told(long head) {
        if (!awaitOurs(head)) {
            readUpTo(head);
        }
        signal.reached(head);
    }

    /** The newest fact in memory, if any. It is in the log, unless that was put back. */
    Optional<Recorded> newestFact() {
        lock.lock();
        try {
            return recent.newestFact();
        } finally {
            lock.unlock();
        }
    }

    /** What is in memory is of another log than this one, which lagged behind or was restored; this one reaches to {@code head}. */
    public void putBack(long head) {
        LOG.warn("The log was put back, and reaches to {}: what was remembered of it is forgotten", head);
        lock.lock();
        try {
            beyond.clear();
            startAnewAfter(head);
        } finally {
            lock.unlock();
        }
        signal.putBack(head);
    }

    /** At most {@code limit} facts after {@code position}; empty where memory does not reach back, or on, that far. */
    Optional<List<Recorded>> after(long position, int limit) {
        lock.lock();
        try {
            return recent.after(position, limit);
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitOurs(long head) {
        lock.lock();
        try {
            if (recent.isEmpty()) {
                recent.startAfter(head);
            }
            long left = OVERTAKING_NANOS;
            while (writing && recent.newest() < head && left > 0) {
                left = grown.awaitNanos(left);
            }
            return recent.newest() >= head;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void readUpTo(long head) {
        long from;
        while ((from = newest()) < head) {
            List<Recorded> read = new ArrayList<>();
            try {
                table.after(from, READ_AT_ONCE).forEach(entry -> read.add(entry.fact()));
            } catch (UnreadableEvent e) {
                // A later version of Huhang writes here. Who follows the log meets that fact in the table, and says so.
                LOG.warn("The newest facts are not kept in memory: {}", e.getMessage());
                startAnewAfter(head);
                return;
            }
            if (read.isEmpty()) {
                return;
            }
            takeIn(read);
        }
    }

    private long newest() {
        lock.lock();
        try {
            return recent.newest();
        } finally {
            lock.unlock();
        }
    }

    private void takeIn(List<Recorded> read) {
        lock.lock();
        try {
            for (Recorded fact : read) {
                if (recent.add(fact)) {
                    memory.follow(fact);
                }
            }
            takeInBeyond();
        } finally {
            lock.unlock();
        }
    }

    private void takeInBeyond() {
        while (!beyond.isEmpty() && beyond.firstKey() <= recent.newest() + 1) {
            beyond.pollFirstEntry().getValue().forEach(recent::add);
        }
        grown.signalAll();
    }

    /** Gives up what is in memory, where it cannot be made whole; the table has everything. */
    private void startAnewAfter(long position) {
        lock.lock();
        try {
            memory.forgetAll();
            beyond.headMap(position, true).clear();
            recent.startAfter(position);
            takeInBeyond();
        } finally {
            lock.unlock();
        }
    }
}
