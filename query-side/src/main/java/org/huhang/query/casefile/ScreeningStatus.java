package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.event.ScreeningEvent.*;
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

    record Migrant(MigrantBand band, LocalDate since, Screening last, Optional<Narrative> note)
            implements ScreeningStatus {}

    record LeftBehind(LeftBehindReason reason, LocalDate since, Screening last, Optional<Narrative> note)
            implements ScreeningStatus {}

    record Neither(List<ScreenedOutReason> reasons, LocalDate since, Screening last, Optional<Narrative> note)
            implements ScreeningStatus {}

    record UnderReview(List<ReviewReason> reasons, LocalDate since, Screening last) implements ScreeningStatus {}

    record Ended(ScreenedStatus was, StatusEndReason reason, LocalDate on, Screening last) implements ScreeningStatus {}

    static ScreeningStatus evolve(ScreeningStatus status, ScreeningEvent event) {
        return switch (event) {
            case ScreenedAsMigrant e -> new Migrant(e.band(), e.effectiveOn(), e.screening(), e.note());
            case ScreenedAsLeftBehind e -> new LeftBehind(e.reason(), e.effectiveOn(), e.screening(), e.note());
            case ScreenedOut e -> new Neither(e.reasons(), e.effectiveOn(), e.screening(), e.note());
            case ScreeningReferredToReview e -> new UnderReview(e.reasons(), e.effectiveOn(), e.screening());
            case ScreeningReconfirmed e -> status.reconfirmed(e.screening());
            case MigrantStatusEnded e -> status.ended(ScreenedStatus.MIGRANT, e.reason(), e.effectiveOn());
            case LeftBehindStatusEnded e -> status.ended(ScreenedStatus.LEFT_BEHIND, e.reason(), e.effectiveOn());
        };
    }

    /** The last evaluation; none before the first. */
    default Optional<Screening> evidence() {
        return switch (this) {
            case NotScreened none -> Optional.empty();
            case Migrant s -> Optional.of(s.last());
            case LeftBehind s -> Optional.of(s.last());
            case Neither s -> Optional.of(s.last());
            case UnderReview s -> Optional.of(s.last());
            case Ended s -> Optional.of(s.last());
        };
    }

    private ScreeningStatus reconfirmed(Screening again) {
        return switch (this) {
            case NotScreened none -> none;
            case Migrant s -> new Migrant(s.band(), s.since(), again, s.note());
            case LeftBehind s -> new LeftBehind(s.reason(), s.since(), again, s.note());
            case Neither s -> new Neither(s.reasons(), s.since(), again, s.note());
            case UnderReview s -> new UnderReview(s.reasons(), s.since(), again);
            case Ended s -> s;
        };
    }

    /** The status that counts now and can end. */
    private Optional<ScreenedStatus> held() {
        return switch (this) {
            case Migrant s -> Optional.of(ScreenedStatus.MIGRANT);
            case LeftBehind s -> Optional.of(ScreenedStatus.LEFT_BEHIND);
            case NotScreened s -> Optional.empty();
            case Neither s -> Optional.empty();
            case UnderReview s -> Optional.empty();
            case Ended s -> Optional.empty();
        };
    }

    /** Only the status held can end: an end recorded beside the status that replaced it changes nothing more. */
    private ScreeningStatus ended(ScreenedStatus which, StatusEndReason reason, LocalDate on) {
        return held().filter(which::equals)
                .flatMap(held -> evidence())
                .<ScreeningStatus>map(last -> new Ended(which, reason, on, last))
                .orElse(this);
    }
}
