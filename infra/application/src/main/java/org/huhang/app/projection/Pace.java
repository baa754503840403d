package org.huhang.app.projection;

import java.time.Duration;

/**
 * How soon a read model takes in the next facts. Each transaction costs more than the few facts in it, so while the log
 * grows fast they are gathered for a moment; up to a lively hour's pace nobody waits. For one thread.
 */
final class Pace {

    /** Facts a second. A province's officers at work record less. */
    private static final double FAST = 1_000;

    private static final Duration GATHERING = Duration.ofMillis(20);
    private static final long LOOKED_AT = Duration.ofMillis(100).toNanos();

    private long since;
    private long from = -1;
    private boolean fast;

    /** @param newest fact known of, at {@code nanos} of {@link System#nanoTime} */
    Duration pause(long newest, long nanos) {
        if (from < 0) {
            begin(newest, nanos);
        } else if (nanos - since >= LOOKED_AT) {
            fast = (newest - from) * 1e9 / (nanos - since) > FAST;
            begin(newest, nanos);
        }
        return fast ? GATHERING : Duration.ZERO;
    }

    private void begin(long newest, long nanos) {
        from = newest;
        since = nanos;
    }
}
