package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.time.Shanghai;

/**
 * What a replay is asked: the case as far as it was known by some moment, as it was true on some day, or both.
 *
 * @param knownAt what had been recorded by then; empty for all that is known now
 * @param effectiveAt what was true on that day; empty for all days
 */
record Question(Optional<Moment> knownAt, Optional<LocalDate> effectiveAt) {

    /** The day that the question is about; of what was known by a moment, the day of that moment. */
    Optional<LocalDate> day() {
        return effectiveAt.or(() -> knownAt.map(moment -> Shanghai.dayOf(moment.recordedAt())));
    }

    boolean wasKnown(Recorded fact) {
        return knownAt.isEmpty() || fact.position() <= knownAt.get().position();
    }

    boolean wasTrue(LocalDate effectiveOn) {
        return effectiveAt.isEmpty() || !effectiveOn.isAfter(effectiveAt.get());
    }
}
