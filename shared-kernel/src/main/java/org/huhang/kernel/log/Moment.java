package org.huhang.kernel.log;

import java.time.Instant;
import java.util.List;

/**
 * A moment in the growth of the log: what was known then is everything up to a position, itself included.
 *
 * @param position 0 before the first fact
 * @param recordedAt when the fact at that position became known; the epoch before the first
 */
public record Moment(long position, Instant recordedAt) {

    public static final Moment START = new Moment(0, Instant.EPOCH);

    /** Of the last of some facts in their order; {@link #START} where there are none. */
    public static Moment last(List<Recorded> facts) {
        return facts.isEmpty()
                ? START
                : new Moment(facts.getLast().position(), facts.getLast().recordedAt());
    }
}
