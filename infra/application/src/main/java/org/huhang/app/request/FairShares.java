package org.huhang.app.request;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * Keeps one caller from slowing down the others. Counted is how many requests of each are in flight on average. While others
 * are there, whoever has several times as many as callers usually have is heavy: their requests are carried one at a time,
 * and while more of them wait, each is followed by a rest as long as it took; one that takes long lets the next go on beside it.
 * Nobody else waits for anything, and nobody who is alone.
 */
final class FairShares {

    /** Over which the average is taken. */
    private static final double MEMORY = Duration.ofSeconds(5).toNanos();

    /** A caller below it slows down nobody: a request in flight for a quarter of the time. */
    private static final double LIGHT = 0.25;

    private static final double HEAVY = 4;

    /** More at once are heavy before any of them has ended: a quarter of the database's connections. */
    private static final int BURST = 8;

    /** Below it a caller is not there any more. */
    private static final double GONE = 1e-4;

    private static final long LOOK_AGAIN = Duration.ofMillis(250).toNanos();
    private static final Duration LONGEST_TURN = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMillis(100);
    private static final int MOST_WAITING = 64;

    private final ConcurrentHashMap<String, Caller> callers = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong looked;
    private final LongSupplier clock;
    private final BiConsumer<Duration, Runnable> later;
    private final Duration longestWait;
    private volatile Usual usual = new Usual(0, 0);

    /** @param load of the middle one of all but the busiest, the lower of two */
    private record Usual(int callers, double load) {}

    /**
     * @param clock in nanoseconds
     * @param later does something after a while, without keeping anybody waiting
     * @param longestWait of a heavy caller's request for those before it
     */
    FairShares(LongSupplier clock, BiConsumer<Duration, Runnable> later, Duration longestWait) {
        this.clock = clock;
        this.later = later;
        this.longestWait = longestWait;
        this.looked = new AtomicLong(clock.getAsLong());
    }

    /**
     * The turn has to be ended when the request is through.
     *
     * @throws Refused {@code TOO_MANY_REQUESTS} where so many of a heavy caller wait already, or for too long
     */
    Turn take(String caller) throws InterruptedException {
        look();
        while (true) {
            Caller it = callers.computeIfAbsent(caller, _ -> new Caller(clock.getAsLong()));
            if (it.enter()) {
                inFlight.incrementAndGet();
                return isHeavy(it) ? inTurn(it) : new Turn(it, false, clock.getAsLong());
            }
            // It was forgotten in between.
            callers.remove(caller, it);
        }
    }

    private boolean isHeavy(Caller it) {
        Usual others = usual;
        if (others.callers() < 2) {
            return false;
        }
        double load = it.load(clock.getAsLong());
        return load > LIGHT && load > HEAVY * others.load() || isBurst(it.inFlight(), others.callers() - 1);
    }

    private boolean isBurst(int own, int others) {
        return own > BURST && own > HEAVY * (inFlight.get() - own) / others;
    }

    private Turn inTurn(Caller it) throws InterruptedException {
        boolean mine = false;
        try {
            mine = it.turn.getQueueLength() < MOST_WAITING
                    && it.turn.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine) {
                throw new Refused(RefusalCode.TOO_MANY_REQUESTS);
            }
            return new Turn(it, true, clock.getAsLong());
        } finally {
            if (!mine) {
                leave(it, 0, clock.getAsLong());
            }
        }
    }

    private void leave(Caller it, long took, long now) {
        inFlight.decrementAndGet();
        it.leave(took, now);
    }

    /** Four times a second at most: who is there, and how much they usually do. Who has gone is forgotten. */
    private void look() {
        long now = clock.getAsLong();
        long last = looked.get();
        if (now - last < LOOK_AGAIN || !looked.compareAndSet(last, now)) {
            return;
        }
        callers.values().removeIf(caller -> caller.isGone(now));
        double[] loads = callers.values().stream()
                .mapToDouble(caller -> caller.load(now))
                .sorted()
                .toArray();
        usual = new Usual(loads.length, loads.length < 2 ? 0 : loads[(loads.length - 2) / 2]);
    }

    /** How many callers are remembered. */
    int callers() {
        return callers.size();
    }

    /** A request on its way. */
    final class Turn {

        private final Caller caller;
        private final long begun;
        private final AtomicBoolean held;

        private Turn(Caller caller, boolean heavy, long begun) {
            this.caller = caller;
            this.begun = begun;
            this.held = new AtomicBoolean(heavy);
            if (heavy) {
                passOnAfter(LONGEST_TURN);
            }
        }

        /** @param idle nanoseconds in which nothing was done: the caller had yet to send, or wanted to wait */
        void end(long idle) {
            long now = clock.getAsLong();
            long took = Math.max(0, now - begun - idle);
            leave(caller, took, now);
            if (held.get() && caller.turn.hasQueuedThreads()) {
                passOnAfter(Duration.ofNanos(Math.min(took, LONGEST_REST.toNanos())));
            } else {
                passOn();
            }
        }

        private void passOnAfter(Duration time) {
            later.accept(time, this::passOn);
        }

        private void passOn() {
            if (held.compareAndSet(true, false)) {
                caller.turn.release();
            }
        }
    }

    private static final class Caller {

        private static final int FORGOTTEN = -1;

        private final Semaphore turn = new Semaphore(1, true);
        private double load;
        private long at;
        private int inFlight;

        Caller(long now) {
            at = now;
        }

        /** @return false if it was forgotten, and another has to stand in its place */
        synchronized boolean enter() {
            if (inFlight == FORGOTTEN) {
                return false;
            }
            inFlight++;
            return true;
        }

        synchronized void leave(long took, long now) {
            load = load(now) + took / MEMORY;
            at = now;
            inFlight--;
        }

        synchronized double load(long now) {
            return load * Math.exp((at - now) / MEMORY);
        }

        synchronized int inFlight() {
            return inFlight;
        }

        synchronized boolean isGone(long now) {
            if (inFlight == 0 && load(now) < GONE) {
                inFlight = FORGOTTEN;
            }
            return inFlight == FORGOTTEN;
        }
    }
}
