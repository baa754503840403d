package org.huhang.log.axonserver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/**
 * A fact as Axon Server holds it.
 *
 * @param at given to its command by {@link UnderWay}; in the demo, the simulated time
 */
record ServerFact(CaseId caseId, long version, Instant at, Attribution by, CaseEvent event, Trace trace, UUID message) {

    Recorded at(Place place) {
        return new Recorded(place.position(), caseId, version, place.recordedAt(), by, event);
    }

    /** A fact's place in the whole log. */
    record Place(long position, Instant recordedAt) {

        static final Place START = new Place(0, Instant.EPOCH);

        /**
         * Recorded time grows from command to command, whatever the clocks of the writers say, and is the same within one.
         *
         * @param begins whether it is the first fact of its command
         */
        Place next(Instant at, boolean begins) {
            Instant earliest = begins ? recordedAt.plus(1, ChronoUnit.MICROS) : recordedAt;
            return new Place(position + 1, at.isAfter(earliest) ? at : earliest);
        }
    }
}
