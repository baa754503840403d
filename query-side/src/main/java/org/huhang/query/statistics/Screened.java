package org.huhang.query.statistics;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What screening holds of a child.
 *
 * @param held the status that counts
 * @param underReview whether a person is to judge; a status found before counts until they have
 */
record Screened(Optional<Measure> held, boolean underReview) {

    static final Screened NOT = new Screened(Optional.empty(), false);

    /** What a fact of screening says. */
    enum Step {
        MIGRANT,
        MIGRANT_TOWNSHIP,
        LEFT_BEHIND,
        NEITHER,
        REFERRED,
        MIGRANT_ENDED,
        LEFT_BEHIND_ENDED
    }

    Screened after(Step step) {
        return switch (step) {
            case MIGRANT -> holding(Measure.MIGRANT);
            case MIGRANT_TOWNSHIP -> holding(Measure.MIGRANT_TOWNSHIP);
            case LEFT_BEHIND -> holding(Measure.LEFT_BEHIND);
            case NEITHER -> NOT;
            case REFERRED -> new Screened(held, true);
            case MIGRANT_ENDED -> holds(Measure.MIGRANT) || holds(Measure.MIGRANT_TOWNSHIP) ? NOT : this;
            case LEFT_BEHIND_ENDED -> holds(Measure.LEFT_BEHIND) ? NOT : this;
        };
    }

    Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        held.ifPresent(measures::add);
        if (underReview) {
            measures.add(Measure.UNDER_REVIEW);
        }
        return measures;
    }

    private boolean holds(Measure measure) {
        return held.equals(Optional.of(measure));
    }

    private static Screened holding(Measure status) {
        return new Screened(Optional.of(status), false);
    }
}
