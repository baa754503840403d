package org.huhang.query.statistics;

import java.util.Optional;

/** What a screening fact says of the child's status. */
enum ScreeningStep {
    MIGRANT,
    MIGRANT_TOWNSHIP,
    LEFT_BEHIND,
    NEITHER,
    UNDER_REVIEW,
    MIGRANT_CONFIRMED,
    MIGRANT_ENDED,
    LEFT_BEHIND_ENDED;

    /** The status after this step; empty for none that is counted. */
    Optional<Measure> after(Optional<Measure> before) {
        return switch (this) {
            case MIGRANT -> Optional.of(Measure.MIGRANT);
            case MIGRANT_TOWNSHIP -> Optional.of(Measure.MIGRANT_TOWNSHIP);
            case LEFT_BEHIND -> Optional.of(Measure.LEFT_BEHIND);
            case NEITHER -> Optional.empty();
            case UNDER_REVIEW -> Optional.of(Measure.UNDER_REVIEW);
            // A reconfirmation does not say how far the child moved; the screening it confirms does.
            case MIGRANT_CONFIRMED -> isMigrant(before) ? before : Optional.of(Measure.MIGRANT);
            case MIGRANT_ENDED -> isMigrant(before) ? Optional.empty() : before;
            case LEFT_BEHIND_ENDED -> before.equals(Optional.of(Measure.LEFT_BEHIND)) ? Optional.empty() : before;
        };
    }

    private static boolean isMigrant(Optional<Measure> status) {
        return status.filter(measure -> measure == Measure.MIGRANT || measure == Measure.MIGRANT_TOWNSHIP)
                .isPresent();
    }
}
