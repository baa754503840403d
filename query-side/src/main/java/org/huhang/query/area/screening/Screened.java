package org.huhang.query.area.screening;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.query.area.Measure;

/**
 * What screening holds of a child.
 *
 * @param held the status that counts
 * @param underReview whether a person is to judge; a status found before counts until they have
 */
public record Screened(Optional<Measure> held, boolean underReview) {

    public static final Screened NOT = new Screened(Optional.empty(), false);

    /** What a fact of screening says. */
    public enum Step {
        MIGRANT,
        MIGRANT_TOWNSHIP,
        LEFT_BEHIND,
        NEITHER,
        REFERRED,
        MIGRANT_ENDED,
        LEFT_BEHIND_ENDED;

        /** Empty for a fact that changes no figure. */
        public static Optional<Step> of(ScreeningEvent event) {
            return switch (event) {
                case ScreenedAsMigrant e ->
                    Optional.of(
                            switch (e.band()) {
                                case COUNTY -> MIGRANT;
                                case TOWNSHIP -> MIGRANT_TOWNSHIP;
                            });
                case ScreenedAsLeftBehind _ -> Optional.of(LEFT_BEHIND);
                case ScreenedOut _ -> Optional.of(NEITHER);
                case ScreeningReferredToReview _ -> Optional.of(REFERRED);
                case MigrantStatusEnded _ -> Optional.of(MIGRANT_ENDED);
                case LeftBehindStatusEnded _ -> Optional.of(LEFT_BEHIND_ENDED);
                case ScreeningReconfirmed _ -> Optional.empty();
            };
        }
    }

    public Screened after(Step step) {
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

    public Set<Measure> measures() {
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
