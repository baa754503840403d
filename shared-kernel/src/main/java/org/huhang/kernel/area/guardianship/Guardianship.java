package org.huhang.kernel.area.guardianship;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.PolicyEditionId;

/**
 * Who guards the child. Each state has only the fields that exist in it, and names by their versions the facts that it rests
 * on; what they tell of persons is read there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Guardianship {

    /** The day of the newest fact about guardianship; absent where none was ever recorded. */
    Optional<LocalDate> lastChange();

    /** @param returnedOn absent where guardianship never lapsed */
    @JsonTypeName("GUARDED")
    record Guarded(Optional<LocalDate> returnedOn) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return returnedOn;
        }
    }

    @JsonTypeName("LAPSED")
    record Lapsed(LapseGround ground, LocalDate since, long lapse, Optional<Assessment> assessment)
            implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(assessment.map(Assessment::on).orElse(since));
        }
    }

    /** @param oneYearMark an alert only: no care ends by itself */
    @JsonTypeName("IN_TEMPORARY_CARE")
    record InTemporaryCare(
            CareMode mode,
            LocalDate since,
            LocalDate reviewBy,
            LocalDate oneYearMark,
            PolicyEditionId edition,
            long assignment,
            Optional<Review> lastReview,
            Optional<Assessment> assessment)
            implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Stream.concat(lastReview.map(Review::on).stream(), assessment.map(Assessment::on).stream())
                    .max(Comparator.naturalOrder())
                    .or(() -> Optional.of(since));
        }
    }

    @JsonTypeName("UNDER_LONG_TERM_GUARDIANSHIP")
    record UnderLongTermGuardianship(LongTermGround ground, LocalDate since, long assumption) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(since);
        }
    }

    record Review(LocalDate on, long fact) {}

    /** Whether the child can go back, as last assessed since the lapse or since this care began. */
    record Assessment(boolean suitable, LocalDate on, long fact) {}

    static Guardianship guarded() {
        return new Guarded(Optional.empty());
    }

    /** Whether there is a lapse, or care, for what follows one. */
    default boolean takes(GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipLapsed _ -> true;
            case TemporaryCareReviewed _ -> this instanceof InTemporaryCare;
            case TemporaryCareAssigned _, ReturnAssessed _, ReturnedToGuardian _, LongTermGuardianshipAssumed _ ->
                !(this instanceof Guarded);
        };
    }

    /** @param fact version of the event */
    static Guardianship evolve(Guardianship state, GuardianshipEvent event, long fact) {
        return switch (event) {
            case GuardianshipLapsed e -> new Lapsed(e.ground(), e.effectiveOn(), fact, Optional.empty());
            case TemporaryCareAssigned e ->
                new InTemporaryCare(
                        e.mode(),
                        e.effectiveOn(),
                        e.reviewBy(),
                        e.oneYearMark(),
                        e.edition(),
                        fact,
                        Optional.empty(),
                        Optional.empty());
            case TemporaryCareReviewed e -> state.reviewed(e, fact);
            case ReturnAssessed e -> state.assessed(new Assessment(e.suitable(), e.effectiveOn(), fact));
            case ReturnedToGuardian e -> new Guarded(Optional.of(e.effectiveOn()));
            case LongTermGuardianshipAssumed e -> new UnderLongTermGuardianship(e.ground(), e.effectiveOn(), fact);
        };
    }

    private Guardianship reviewed(TemporaryCareReviewed event, long fact) {
        return switch (this) {
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.since(),
                        event.nextReviewBy(),
                        care.oneYearMark(),
                        event.edition(),
                        care.assignment(),
                        Optional.of(new Review(event.effectiveOn(), fact)),
                        care.assessment());
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> this;
        };
    }

    private Guardianship assessed(Assessment assessment) {
        return switch (this) {
            case Lapsed lapsed -> new Lapsed(lapsed.ground(), lapsed.since(), lapsed.lapse(), Optional.of(assessment));
            case InTemporaryCare care ->
                new InTemporaryCare(
                        care.mode(),
                        care.since(),
                        care.reviewBy(),
                        care.oneYearMark(),
                        care.edition(),
                        care.assignment(),
                        care.lastReview(),
                        Optional.of(assessment));
            case Guarded _, UnderLongTermGuardianship _ -> this;
        };
    }
}
