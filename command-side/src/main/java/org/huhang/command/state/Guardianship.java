package org.huhang.command.state;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;

/** Who guards the child now. Each state has only the fields that exist in it. */
public sealed interface Guardianship {

    /** The day of the newest fact about guardianship; absent where none was ever recorded. */
    Optional<LocalDate> lastChange();

    /** @param returnedOn absent where guardianship never lapsed */
    record Guarded(Optional<LocalDate> returnedOn) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return returnedOn;
        }
    }

    record Lapsed(LapseGround ground, LocalDate since, Optional<ReturnAssessment> assessment) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(assessment.map(ReturnAssessment::on).orElse(since));
        }
    }

    /** @param oneYearMark an alert only: no care ends by itself */
    record InTemporaryCare(
            CareMode mode,
            LocalDate since,
            LocalDate reviewBy,
            Optional<LocalDate> reviewedOn,
            LocalDate oneYearMark,
            Optional<ReturnAssessment> assessment)
            implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Stream.concat(reviewedOn.stream(), assessment.map(ReturnAssessment::on).stream())
                    .max(Comparator.naturalOrder())
                    .or(() -> Optional.of(since));
        }
    }

    record UnderLongTermGuardianship(LongTermGround ground, LocalDate since) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(since);
        }
    }

    /** Whether the child can go back, as last assessed since the lapse or since this care began. */
    record ReturnAssessment(boolean suitable, LocalDate on) {}

    static Guardianship guarded() {
        return new Guarded(Optional.empty());
    }

    static Guardianship evolve(Guardianship state, GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipLapsed e -> new Lapsed(e.ground(), e.effectiveOn(), Optional.empty());
            case TemporaryCareAssigned e ->
                new InTemporaryCare(
                        e.mode(), e.effectiveOn(), e.reviewBy(), Optional.empty(), e.oneYearMark(), Optional.empty());
            case TemporaryCareReviewed e -> reviewed(state, e);
            case ReturnAssessed e -> assessed(state, new ReturnAssessment(e.suitable(), e.effectiveOn()));
            case ReturnedToGuardian e -> new Guarded(Optional.of(e.effectiveOn()));
            case LongTermGuardianshipAssumed e -> new UnderLongTermGuardianship(e.ground(), e.effectiveOn());
        };
    }

    private static Guardianship reviewed(Guardianship state, TemporaryCareReviewed event) {
        return switch (state) {
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.since(),
                        event.nextReviewBy(),
                        Optional.of(event.effectiveOn()),
                        care.oneYearMark(),
                        care.assessment());
            case Guarded guarded -> guarded;
            case Lapsed lapsed -> lapsed;
            case UnderLongTermGuardianship ward -> ward;
        };
    }

    private static Guardianship assessed(Guardianship state, ReturnAssessment assessment) {
        return switch (state) {
            case Lapsed lapsed -> new Lapsed(lapsed.ground(), lapsed.since(), Optional.of(assessment));
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.since(),
                        care.reviewBy(),
                        care.reviewedOn(),
                        care.oneYearMark(),
                        Optional.of(assessment));
            case Guarded guarded -> guarded;
            case UnderLongTermGuardianship ward -> ward;
        };
    }
}
