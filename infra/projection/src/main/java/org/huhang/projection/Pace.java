package org.huhang.projection;

import java.time.Duration;

/**
 * How soon a read model takes in the next facts. Each transaction costs more than the few facts in it, so while the log
 * grows fast they are gathered for a moment; up to a lively hour's pace nobody waits. For one thread.
 */
final class Pace {

    /** Facts a second. A province's officers at work record less. */
    private static final double FAST = 700;

    /** For each fact a second beyond that. Step by step: a pause too short can hold the log itself below a threshold. */
    private static final Duration GATHERING = Duration.ofNanos(200_000);

    private static final Duration LONGEST = Duration.ofMillis(250);
    private static final long LOOKED_AT = Duration.ofMillis(250).toNanos();

    private long since;
    private long from = -1;
    private Duration pause = Duration.ZERO;

    /** @param newest fact known of, at {@code nanos} of {@link System#nanoTime} */
    Duration pause(long newest, long nanos) {
        if (from < 0) {
            begin(newest, nanos);
        } else if (nanos - since >= LOOKED_AT) {
            pause = gathering((newest - from) * 1e9 / (nanos - since));
            begin(newest, nanos);
        }
        return pause;
    }

    private static Duration gathering(double factsASecond) {
        Duration needed = GATHERING.multipliedBy((long) Math.max(0, factsASecond - FAST));
        return needed.compareTo(LONGEST) < 0 ? needed : LONGEST;
    }

    private void begin(long newest, long nanos) {
        from = newest;
        since = nanos;
    }
}
