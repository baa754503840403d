package org.huhang.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far a rebuild has come. Read by anybody while it runs. */
public final class RebuildProgress {

    public enum Phase {
        /** Facts are folded in memory and copied. */
        FOLDING,
        INDEXING,
        /** What was recorded meanwhile is taken in. */
        CATCHING_UP,
        /** Readers are waited for. */
        SWAPPING
    }

    private final InstantSource clock;
    private final Instant since;
    private final AtomicLong read = new AtomicLong();
    private volatile Phase phase = Phase.FOLDING;
    private volatile int parts = 1;
    private volatile long upTo;
    private volatile long before;

    RebuildProgress(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /**
     * @param parts each of which walks the log
     * @param done parts that were done by an earlier process
     */
    void begin(int parts, int done, long upTo) {
        this.parts = parts;
        this.upTo = upTo;
        this.before = done * upTo;
        read.set(before);
    }

    void read(long positions) {
        read.addAndGet(positions);
    }

    void enter(Phase next) {
        phase = next;
    }

    Phase phase() {
        return phase;
    }

    Instant since() {
        return since;
    }

    /** Facts of {@link #total} taken in so far, each counted once however many parts walk past it. */
    public long facts() {
        return read.get() / parts;
    }

    public long total() {
        return upTo;
    }

    /** Since this process began it. */
    long factsPerSecond() {
        long nanos = Math.max(1, Duration.between(since, clock.instant()).toNanos());
        return (long) ((read.get() - before) / (double) parts * 1e9 / nanos);
    }

    /** When all facts will have been folded, at the present rate; empty before there is one, and once they are. */
    Optional<Instant> expectedEnd() {
        long rate = factsPerSecond();
        return phase == Phase.FOLDING && rate > 0
                ? Optional.of(clock.instant().plusSeconds((total() - facts()) / rate + 1))
                : Optional.empty();
    }
}
