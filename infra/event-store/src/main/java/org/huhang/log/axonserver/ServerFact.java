package org.huhang.log.axonserver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;

/**
 * A fact as Axon Server holds it.
 *
 * @param at given to its command by {@link UnderWay}; in the demo, the simulated time
 */
record ServerFact(StreamId stream, long version, Instant at, Attribution by, Event event, Trace trace, UUID message) {

    Recorded at(Moment place) {
        return new Recorded(place.position(), stream, version, place.recordedAt(), by, event);
    }

    /**
     * Where the log has the fact that follows {@code before}. Recorded time grows from command to command, whatever the
     * clocks of the writers say, and is the same within one.
     *
     * @param begins whether it is the first fact of its command
     */
    static Moment next(Moment before, Instant at, boolean begins) {
        Instant earliest = begins ? before.recordedAt().plus(1, ChronoUnit.MICROS) : before.recordedAt();
        return new Moment(before.position() + 1, at.isAfter(earliest) ? at : earliest);
    }
}
