package org.huhang.kernel.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.StatusEndReason;

/** What monitoring and screening (监测摸排) found. Plan 2024 (四). */
public sealed interface ScreeningEvent extends CaseEvent {

    /** What was found, criterion by criterion; empty for the end of a status. */
    default Optional<Screening> evaluated() {
        return switch (this) {
            case ScreenedAsMigrant e -> Optional.of(e.screening());
            case ScreenedAsLeftBehind e -> Optional.of(e.screening());
            case ScreenedOut e -> Optional.of(e.screening());
            case ScreeningReferredToReview e -> Optional.of(e.screening());
            case ScreeningReconfirmed e -> Optional.of(e.screening());
            case MigrantStatusEnded _, LeftBehindStatusEnded _ -> Optional.empty();
        };
    }

    /** 流动儿童. {@code note} carries the officer's reasons where a person decided. */
    @EventType("ScreenedAsMigrant")
    record ScreenedAsMigrant(Screening screening, MigrantBand band, Optional<Narrative> note, LocalDate effectiveOn)
            implements ScreeningEvent {}

    /** 留守儿童. 国发〔2016〕13号. */
    @EventType("ScreenedAsLeftBehind")
    record ScreenedAsLeftBehind(
            Screening screening, LeftBehindReason reason, Optional<Narrative> note, LocalDate effectiveOn)
            implements ScreeningEvent {}

    /** Neither; with every reason. */
    @EventType("ScreenedOut")
    record ScreenedOut(
            Screening screening, List<ScreenedOutReason> reasons, Optional<Narrative> note, LocalDate effectiveOn)
            implements ScreeningEvent {
        public ScreenedOut {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** The rules could not judge; a person must. */
    @EventType("ScreeningReferredToReview")
    record ScreeningReferredToReview(Screening screening, List<ReviewReason> reasons, LocalDate effectiveOn)
            implements ScreeningEvent {
        public ScreeningReferredToReview {
            reasons = reasons == null ? List.of() : List.copyOf(reasons);
        }
    }

    /** Screened again with the same result. */
    @EventType("ScreeningReconfirmed")
    record ScreeningReconfirmed(Screening screening, ScreenedStatus status, LocalDate effectiveOn)
            implements ScreeningEvent {}

    @EventType("MigrantStatusEnded")
    record MigrantStatusEnded(StatusEndReason reason, LocalDate effectiveOn) implements ScreeningEvent {}

    @EventType("LeftBehindStatusEnded")
    record LeftBehindStatusEnded(StatusEndReason reason, LocalDate effectiveOn) implements ScreeningEvent {}
}
