package org.huhang.log.axonserver;

import java.time.Instant;
import java.util.UUID;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/**
 * A fact as Axon Server holds it.
 *
 * @param at by the clock of the process that appended it; in the demo, the simulated time
 */
record ServerFact(CaseId caseId, long version, Instant at, Attribution by, CaseEvent event, Trace trace, UUID message) {

    Recorded at(Place place) {
        return new Recorded(place.position(), caseId, version, place.recordedAt(), by, event);
    }

    /** A fact's place in the whole log. */
    record Place(long position, Instant recordedAt) {

        static final Place START = new Place(0, Instant.EPOCH);

        /** Recorded time never decreases along positions, whatever the clocks of the writers say. */
        Place next(Instant at) {
            return new Place(position + 1, at.isAfter(recordedAt) ? at : recordedAt);
        }
    }
}
