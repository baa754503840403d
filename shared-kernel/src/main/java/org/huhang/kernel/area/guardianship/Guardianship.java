package org.huhang.kernel.area.guardianship;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.CareArranged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
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

    /** Why the State stands in, or is to: kept until the child is guarded again. */
    default Optional<Lapse> lapse() {
        return switch (this) {
            case Guarded _ -> Optional.empty();
            case Lapsed lapsed -> Optional.of(lapsed.because());
            case InTemporaryCare care -> care.because();
            case UnderLongTermGuardianship ward -> ward.because();
        };
    }

    /**
     * @param returnedOn since when the child is guarded again; absent where guardianship never lapsed
     * @param longTermEnd what ended the guardianship of the State, where that was the last before
     */
    @JsonTypeName("GUARDED")
    record Guarded(Optional<LocalDate> returnedOn, Optional<LongTermEnd> longTermEnd) implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return returnedOn;
        }
    }

    @JsonTypeName("LAPSED")
    record Lapsed(Lapse because, Optional<Assessment> assessment) implements Guardianship {

        public LocalDate since() {
            return because.on();
        }

        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(assessment.map(Assessment::on).orElse(since()));
        }
    }

    /**
     * @param carer as told, for decisions; no row keeps persons, so it is empty in a state that was read from one
     * @param since the first day of it, with whichever carer
     * @param oneYearMark an alert only: no care ends by itself
     * @param because empty only where facts are told in another order than that of recording
     */
    @JsonTypeName("IN_TEMPORARY_CARE")
    record InTemporaryCare(
            Arrangement arrangement,
            @JsonIgnore Optional<Carer> carer,
            LocalDate since,
            LocalDate reviewBy,
            LocalDate oneYearMark,
            PolicyEditionId edition,
            Optional<Lapse> because,
            Optional<Review> lastReview,
            Optional<Assessment> assessment)
            implements Guardianship {

        public InTemporaryCare {
            carer = carer == null ? Optional.empty() : carer;
        }

        public CareMode mode() {
            return arrangement.mode();
        }

        public boolean isGiven(CareMode mode, Carer by) {
            return mode == mode() && carer.filter(by::equals).isPresent();
        }

        @Override
        public Optional<LocalDate> lastChange() {
            return Stream.of(
                            Optional.of(arrangement.since()),
                            lastReview.map(Review::on),
                            assessment.map(Assessment::on))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
        }

        private static InTemporaryCare begin(TemporaryCareAssigned event, long fact, Optional<Lapse> because) {
            return new InTemporaryCare(
                    Arrangement.of(event, fact),
                    Optional.of(event.carer()),
                    event.effectiveOn(),
                    event.reviewBy(),
                    event.oneYearMark(),
                    event.edition(),
                    because,
                    Optional.empty(),
                    Optional.empty());
        }

        private InTemporaryCare changed(CareArranged event, long fact) {
            return new InTemporaryCare(
                    Arrangement.of(event, fact),
                    Optional.of(event.carer()),
                    since,
                    event.reviewBy(),
                    oneYearMark,
                    event.edition(),
                    because,
                    lastReview,
                    assessment);
        }

        private InTemporaryCare reviewed(TemporaryCareReviewed event, long fact) {
            return new InTemporaryCare(
                    arrangement,
                    carer,
                    since,
                    event.nextReviewBy(),
                    oneYearMark,
                    event.edition(),
                    because,
                    Optional.of(new Review(event.effectiveOn(), fact)),
                    assessment);
        }

        private InTemporaryCare assessed(Assessment made) {
            return new InTemporaryCare(
                    arrangement, carer, since, reviewBy, oneYearMark, edition, because, lastReview, Optional.of(made));
        }
    }

    /** @param because empty only where facts are told in another order than that of recording */
    @JsonTypeName("UNDER_LONG_TERM_GUARDIANSHIP")
    record UnderLongTermGuardianship(LongTermGround ground, LocalDate since, long assumption, Optional<Lapse> because)
            implements Guardianship {
        @Override
        public Optional<LocalDate> lastChange() {
            return Optional.of(since);
        }
    }

    record Lapse(LapseGround ground, LocalDate on, long fact) {}

    /** How temporary care is given, by the carer whom the fact names. */
    record Arrangement(CareMode mode, LocalDate since, long fact) {

        private static Arrangement of(CareArranged event, long fact) {
            return new Arrangement(event.mode(), event.effectiveOn(), fact);
        }
    }

    record Review(LocalDate on, long fact) {}

    /** Whether the child can go back, as last assessed since the lapse or since this care began. */
    record Assessment(boolean suitable, LocalDate on, long fact) {}

    record LongTermEnd(LongTermEndReason reason, LocalDate on, long fact) {}

    static Guardianship guarded() {
        return new Guarded(Optional.empty(), Optional.empty());
    }

    /** Whether there is a lapse, or care, for what follows one; a child whom nobody guards is not left without a guardian again. */
    default boolean takes(GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipLapsed _ -> this instanceof Guarded;
            case TemporaryCareChanged _, TemporaryCareReviewed _ -> this instanceof InTemporaryCare;
            case LongTermGuardianshipEnded _ -> this instanceof UnderLongTermGuardianship;
            case TemporaryCareAssigned _, ReturnAssessed _, ReturnedToGuardian _, LongTermGuardianshipAssumed _ ->
                !(this instanceof Guarded);
        };
    }

    /** @param fact version of the event */
    static Guardianship evolve(Guardianship state, GuardianshipEvent event, long fact) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case GuardianshipLapsed e -> new Lapsed(new Lapse(e.ground(), on, fact), Optional.empty());
            case TemporaryCareAssigned e -> state.assigned(e, fact);
            case TemporaryCareChanged e -> state.changed(e, fact);
            case TemporaryCareReviewed e -> state.reviewed(e, fact);
            case ReturnAssessed e -> state.assessed(new Assessment(e.suitable(), on, fact));
            case ReturnedToGuardian _ -> new Guarded(Optional.of(on), Optional.empty());
            case LongTermGuardianshipAssumed e -> state.assumed(e, fact);
            case LongTermGuardianshipEnded e ->
                new Guarded(Optional.of(on), Optional.of(new LongTermEnd(e.reason(), on, fact)));
        };
    }

    /** Care that was told late goes on in the one that was told before. */
    private Guardianship assigned(TemporaryCareAssigned event, long fact) {
        return switch (this) {
            case InTemporaryCare care -> care.changed(event, fact);
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> InTemporaryCare.begin(event, fact, lapse());
        };
    }

    /** As of care: it goes on. */
    private Guardianship assumed(LongTermGuardianshipAssumed event, long fact) {
        return switch (this) {
            case UnderLongTermGuardianship ward ->
                new UnderLongTermGuardianship(event.ground(), ward.since(), fact, ward.because());
            case Guarded _, Lapsed _, InTemporaryCare _ ->
                new UnderLongTermGuardianship(event.ground(), event.effectiveOn(), fact, lapse());
        };
    }

    private Guardianship changed(TemporaryCareChanged event, long fact) {
        return switch (this) {
            case InTemporaryCare care -> care.changed(event, fact);
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> this;
        };
    }

    private Guardianship reviewed(TemporaryCareReviewed event, long fact) {
        return switch (this) {
            case InTemporaryCare care -> care.reviewed(event, fact);
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> this;
        };
    }

    private Guardianship assessed(Assessment assessment) {
        return switch (this) {
            case Lapsed lapsed -> new Lapsed(lapsed.because(), Optional.of(assessment));
            case InTemporaryCare care -> care.assessed(assessment);
            case Guarded _, UnderLongTermGuardianship _ -> this;
        };
    }
}
