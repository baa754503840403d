package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.*;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PolicyEditionId;

/** Who guards the child. Each state has only the fields that exist in it. */
sealed interface Guardianship {

    /** @param returnedOn absent where guardianship never lapsed */
    record Guarded(Optional<LocalDate> returnedOn) implements Guardianship {}

    record Lapsed(LapseGround ground, Narrative circumstances, LocalDate since, Optional<Assessment> assessment)
            implements Guardianship {}

    /** @param oneYearMark an alert only: no care ends by itself */
    record InTemporaryCare(
            CareMode mode,
            Carer carer,
            LocalDate since,
            LocalDate reviewBy,
            LocalDate oneYearMark,
            PolicyEditionId edition,
            Optional<Review> lastReview,
            Optional<Assessment> assessment)
            implements Guardianship {}

    record UnderLongTermGuardianship(LongTermGround ground, Narrative basis, LocalDate since) implements Guardianship {}

    record Review(LocalDate on, Narrative outcome) {}

    /** Whether the child can go back to the guardian. */
    record Assessment(LocalDate on, boolean suitable, Narrative findings) {}

    static Guardianship evolve(Guardianship state, GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipLapsed e -> new Lapsed(e.ground(), e.circumstances(), e.effectiveOn(), Optional.empty());
            case TemporaryCareAssigned e ->
                new InTemporaryCare(
                        e.mode(),
                        e.carer(),
                        e.effectiveOn(),
                        e.reviewBy(),
                        e.oneYearMark(),
                        e.edition(),
                        Optional.empty(),
                        Optional.empty());
            case TemporaryCareReviewed e -> state.reviewed(e);
            case ReturnAssessed e -> state.assessed(new Assessment(e.effectiveOn(), e.suitable(), e.findings()));
            case ReturnedToGuardian e -> new Guarded(Optional.of(e.effectiveOn()));
            case LongTermGuardianshipAssumed e -> new UnderLongTermGuardianship(e.ground(), e.basis(), e.effectiveOn());
        };
    }

    private Guardianship reviewed(TemporaryCareReviewed event) {
        return switch (this) {
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.carer(),
                        care.since(),
                        event.nextReviewBy(),
                        care.oneYearMark(),
                        event.edition(),
                        Optional.of(new Review(event.effectiveOn(), event.outcome())),
                        care.assessment());
            case Guarded guarded -> guarded;
            case Lapsed lapsed -> lapsed;
            case UnderLongTermGuardianship ward -> ward;
        };
    }

    private Guardianship assessed(Assessment assessment) {
        return switch (this) {
            case Lapsed lapsed ->
                new Lapsed(lapsed.ground(), lapsed.circumstances(), lapsed.since(), Optional.of(assessment));
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.carer(),
                        care.since(),
                        care.reviewBy(),
                        care.oneYearMark(),
                        care.edition(),
                        care.lastReview(),
                        Optional.of(assessment));
            case Guarded guarded -> guarded;
            case UnderLongTermGuardianship ward -> ward;
        };
    }
}
