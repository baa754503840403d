package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.*;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.StatusEndReason;

/** What screening says of the child, with the evaluation it rests on. */
sealed interface ScreeningStatus {

    record NotScreened() implements ScreeningStatus {}

    /** A status that counts until it is ended. {@code since} is the day it was first found. */
    sealed interface Held extends ScreeningStatus {

        LocalDate since();

        Screening last();

        ScreenedStatus which();

        Held reconfirmed(Screening again);
    }

    record Migrant(MigrantBand band, LocalDate since, Screening last, Optional<Narrative> note) implements Held {

        @Override
        public ScreenedStatus which() {
            return ScreenedStatus.MIGRANT;
        }

        @Override
        public Held reconfirmed(Screening again) {
            return new Migrant(band, since, again, note);
        }
    }

    record LeftBehind(LeftBehindReason reason, LocalDate since, Screening last, Optional<Narrative> note)
            implements Held {

        @Override
        public ScreenedStatus which() {
            return ScreenedStatus.LEFT_BEHIND;
        }

        @Override
        public Held reconfirmed(Screening again) {
            return new LeftBehind(reason, since, again, note);
        }
    }

    record Neither(List<ScreenedOutReason> reasons, LocalDate since, Screening last, Optional<Narrative> note)
            implements ScreeningStatus {}

    /** @param held the status found before; it counts until the person has decided */
    record UnderReview(List<ReviewReason> reasons, LocalDate since, Screening last, Optional<Held> held)
            implements ScreeningStatus {}

    record Ended(ScreenedStatus was, StatusEndReason reason, LocalDate on, Screening last) implements ScreeningStatus {}

    static ScreeningStatus evolve(ScreeningStatus status, ScreeningEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case ScreenedAsMigrant e ->
                new Migrant(e.band(), status.migrantSince(e.band()).orElse(on), e.screening(), e.note());
            case ScreenedAsLeftBehind e ->
                new LeftBehind(
                        e.reason(), status.since(ScreenedStatus.LEFT_BEHIND).orElse(on), e.screening(), e.note());
            case ScreenedOut e -> new Neither(e.reasons(), on, e.screening(), e.note());
            case ScreeningReferredToReview e -> new UnderReview(e.reasons(), on, e.screening(), status.held());
            case ScreeningReconfirmed e -> status.reconfirmedAs(e.status(), e.screening());
            case MigrantStatusEnded e -> status.ended(ScreenedStatus.MIGRANT, e.reason(), on);
            case LeftBehindStatusEnded e -> status.ended(ScreenedStatus.LEFT_BEHIND, e.reason(), on);
        };
    }

    /** The status that counts now, also while a person decides on another. */
    default Optional<Held> held() {
        return switch (this) {
            case Held held -> Optional.of(held);
            case UnderReview review -> review.held();
            case NotScreened s -> Optional.empty();
            case Neither s -> Optional.empty();
            case Ended s -> Optional.empty();
        };
    }

    /** The last evaluation; none before the first. */
    default Optional<Screening> evidence() {
        return switch (this) {
            case NotScreened s -> Optional.empty();
            case Held held -> Optional.of(held.last());
            case Neither s -> Optional.of(s.last());
            case UnderReview s -> Optional.of(s.last());
            case Ended s -> Optional.of(s.last());
        };
    }

    /** A confirmation of a status that is not held changes nothing. */
    private ScreeningStatus reconfirmedAs(ScreenedStatus which, Screening again) {
        return switch (this) {
            case Held held -> held.which() == which ? held.reconfirmed(again) : held;
            case Neither s ->
                which == ScreenedStatus.NEITHER ? new Neither(s.reasons(), s.since(), again, s.note()) : s;
            case NotScreened s -> s;
            case UnderReview s -> s;
            case Ended s -> s;
        };
    }

    /** Only the status held can end: an end recorded beside the status that replaced it changes nothing more. */
    private ScreeningStatus ended(ScreenedStatus which, StatusEndReason reason, LocalDate on) {
        return held().filter(held -> held.which() == which)
                .<ScreeningStatus>map(held -> new Ended(which, reason, on, held.last()))
                .orElse(this);
    }

    private Optional<LocalDate> since(ScreenedStatus which) {
        return held().filter(held -> held.which() == which).map(Held::since);
    }

    private Optional<LocalDate> migrantSince(MigrantBand band) {
        return held().filter(held -> held instanceof Migrant migrant && migrant.band() == band)
                .map(Held::since);
    }
}
