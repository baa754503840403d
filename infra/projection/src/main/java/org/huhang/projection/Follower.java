package org.huhang.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huhang.kernel.log.EventLog;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.tail.LogSignal;
import org.huhang.query.rows.RowMemory;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps some segments of a read model up with the log, on a thread of its own, until it is told to stop. */
final class Follower implements Runnable {

    /** After trouble, so that it is tried again soon and not all the time. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration ANOTHER_TRY = Duration.ofMillis(25);

    private final ReadModel model;
    private final int first;
    private final int step;
    private final EventLog log;
    private final LogSignal signal;
    private final TransactionTemplate transaction;
    private final CountDownLatch stopping;
    private final int remembered;
    private final Map<Segment, Long> positions = new HashMap<>();
    private final Map<Segment, Advance> advances = new HashMap<>();
    private final Pace pace = new Pace();

    /**
     * @param first of its segments; the others follow every {@code step}
     * @param remembered cases whose rows are kept in memory, if all segments were this one's
     */
    Follower(
            ReadModel model,
            int first,
            int step,
            EventLog log,
            LogSignal signal,
            TransactionTemplate transaction,
            int remembered,
            CountDownLatch stopping) {
        this.model = model;
        this.first = first;
        this.step = step;
        this.log = log;
        this.signal = signal;
        this.transaction = transaction;
        this.remembered = remembered;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                if (!follow()) {
                    stopping.await(ANOTHER_TRY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * For a second, and then looks again: a database that crashed has forgotten the newest batches, and who is at rest does
     * not hear of it.
     *
     * @return whether there is no reason to pause
     */
    private boolean follow() throws InterruptedException {
        look();
        long looked = System.nanoTime();
        boolean goesOn = true;
        while (goesOn && stopping.getCount() > 0 && System.nanoTime() - looked < LOOK_AGAIN.toNanos()) {
            goesOn = advance();
            if (goesOn) {
                rest();
            }
        }
        return goesOn;
    }

    /** Finds out which segments there are, and how far they have got in whichever process. */
    private void look() throws InterruptedException {
        positions.clear();
        try {
            for (SegmentProgress progress : model.live().progress()) {
                if (progress.segment().number() % step == first) {
                    positions.put(progress.segment(), progress.position());
                }
            }
            advances.keySet().retainAll(positions.keySet());
        } catch (RuntimeException e) {
            trouble(first, new Condition.Stopped(Optional.empty(), Optional.empty(), FaultReason.of(e)));
        }
    }

    /** @return whether every segment is this process's to carry on and has got as far as it can */
    private boolean advance() throws InterruptedException {
        for (Segment segment : positions.keySet()) {
            if (!advance(segment)) {
                return false;
            }
        }
        return true;
    }

    private boolean advance(Segment segment) throws InterruptedException {
        Advance advance = advances.computeIfAbsent(segment, this::advancing);
        while (stopping.getCount() > 0 && signal.newest() > positions.get(segment)) {
            try {
                switch (advance.next(positions.get(segment))) {
                    case AdvanceResult.TakenIn it -> {
                        positions.put(segment, it.position());
                        model.moved(segment.number());
                        // What has come meanwhile may be gathered first.
                        if (it.facts() < Advance.BATCH) {
                            return true;
                        }
                    }
                    case AdvanceResult.Elsewhere _ -> {
                        return false;
                    }
                    case AdvanceResult.OfAnotherRevision _ -> {
                        model.compareRevisions();
                        stopping.await(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
                        return false;
                    }
                }
            } catch (UnreadableEvent e) {
                long position = positions.get(segment) + 1;
                trouble(
                        segment.number(),
                        new Condition.Stopped(Optional.of(position), Optional.of(e.event()), e.getMessage()));
                return false;
            } catch (FactsMissing e) {
                trouble(segment.number(), new Condition.Stopped(Optional.empty(), Optional.empty(), e.getMessage()));
                return false;
            } catch (RuntimeException e) {
                trouble(segment.number(), new Condition.Stopped(Optional.empty(), Optional.empty(), FaultReason.of(e)));
                return false;
            }
        }
        return true;
    }

    private Advance advancing(Segment segment) {
        return new Advance(
                model, model.live(), segment.number(), log, transaction, new RowMemory(remembered / segment.of()));
    }

    private void rest() throws InterruptedException {
        long least = positions.values().stream().mapToLong(it -> it).min().orElse(Long.MAX_VALUE);
        if (signal.awaitBeyond(least, LONGEST_SLEEP)) {
            stopping.await(pace.pause(signal.newest(), System.nanoTime()).toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void trouble(int segment, Condition.Stopped fault) throws InterruptedException {
        // Rows in memory are no better than the database they came from, and this may be another by now.
        advances.clear();
        model.stopped(segment, fault);
        stopping.await(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
    }
}
