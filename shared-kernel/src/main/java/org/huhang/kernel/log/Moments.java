package org.huhang.kernel.log;

import java.time.Instant;
import java.util.Optional;

/**
 * The log as it grew. Facts that are recorded together, by one commit, bear one time, and those of a later commit a later one.
 * So an instant tells a moment as well as a position does, and what either has told once it tells for ever.
 */
public interface Moments {

    /** The end of the log. */
    Moment newest();

    /**
     * Up to one fact and all that was recorded by the same commit: less than that was never known to anybody.
     *
     * @param position from 0 to that of {@link #newest}
     */
    Moment at(long position);

    /**
     * The last commit at or before an instant. A fact is given its time before it can be seen, so this waits for appends
     * under way that may bear an earlier time; where nobody writes, or the instant is yet to come, it waits for nothing.
     * Not to be asked within a snapshot taken before, unless the snapshot holds a later fact.
     *
     * @return empty where the instant is yet to come, by the log's own clock
     */
    Optional<Moment> by(Instant instant);

    /**
     * The last commit that a reader of everything up to {@code position} has the whole of.
     *
     * @param position from 0 to that of {@link #newest}
     */
    Moment wholeBy(long position);
}
