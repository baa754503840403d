package org.huhang.command.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.huhang.kernel.access.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whose row is carried next. So many are under way in this process at once; while lists wait for that, counties take turns
 * row by row, within a county its accounts, and the lists of one account go in the order in which they came.
 */
@Component
class RowTurns {

    /** Many share each trip to the disk. */
    private static final Pace ALONE = new Pace(256, false);

    /** Half of the processors, half of the time, so that those who wait for an answer find one free. */
    private static final Pace BESIDE_OTHERS =
            new Pace(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Long> countyServed = new HashMap<>();
    private final Map<String, Long> accountServed = new HashMap<>();
    private final Supplier<Pace> pace;
    private final LongConsumer rest;
    private int underWay;
    private long turns;

    /**
     * @param most rows under way at once
     * @param rests whether a row's place stays empty for as long as the row took
     */
    record Pace(int most, boolean rests) {}

    @Autowired
    RowTurns(OtherRequests others) {
        this(() -> others.lately() ? BESIDE_OTHERS : ALONE, LockSupport::parkNanos);
    }

    /**
     * @param pace asked before and after each row
     * @param rest for so many nanoseconds
     */
    RowTurns(Supplier<Pace> pace, LongConsumer rest) {
        this.pace = pace;
        this.rest = rest;
    }

    /** @return whether the turn came within that time; it is to be given back then */
    boolean take(ImportJob job, Duration longest) {
        lock.lock();
        Waiting me = new Waiting(job, lock.newCondition());
        try {
            waiting.add(me);
            passOn();
            long left = longest.toNanos();
            while (!me.served && left > 0) {
                left = me.turn.awaitNanos(left);
            }
            return me.served || !waiting.remove(me);
        } catch (InterruptedException e) {
            if (!waiting.remove(me)) {
                underWay--;
                passOn();
            }
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a row waited for its turn", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Rests first, on the row's own thread, where the pace says so.
     *
     * @param took how long the row was carried
     */
    void giveBack(Duration took) {
        if (pace.get().rests()) {
            rest.accept(Math.min(took.toNanos(), LONGEST_REST.toNanos()));
        }
        lock.lock();
        try {
            underWay--;
            passOn();
            if (underWay == 0) {
                countyServed.clear();
                accountServed.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many lists wait for the turn of their next row. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void passOn() {
        while (!waiting.isEmpty() && underWay < pace.get().most()) {
            Waiting next = waiting.stream()
                    .min(Comparator.<Waiting>comparingLong(it -> countyServed.getOrDefault(it.county(), 0L))
                            .thenComparingLong(it -> accountServed.getOrDefault(it.account(), 0L))
                            .thenComparing(it -> it.job.submittedAt()))
                    .orElseThrow();
            waiting.remove(next);
            next.served = true;
            underWay++;
            turns++;
            countyServed.put(next.county(), turns);
            accountServed.put(next.account(), turns);
            next.turn.signal();
        }
    }

    private static final class Waiting {
        private final ImportJob job;
        private final Condition turn;
        private boolean served;

        Waiting(ImportJob job, Condition turn) {
            this.job = job;
            this.turn = turn;
        }

        String county() {
            return job.submittedBy().jurisdiction().toString();
        }

        String account() {
            Actor actor = job.submittedBy();
            return actor.jurisdiction() + "/" + actor.id();
        }
    }
}
