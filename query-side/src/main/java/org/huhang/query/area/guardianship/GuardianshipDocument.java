package org.huhang.query.area.guardianship;

import static org.huhang.query.area.Revealed.revealed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/** @param circumstances of the lapse, or the basis of long-term guardianship */
public record GuardianshipDocument(
        Status status,
        @Nullable LocalDate since,

        @Schema(oneOf = {LapseGround.class, LongTermGround.class}) @Nullable
        String ground,

        @Nullable String circumstances,
        @Nullable CareMode mode,
        @Nullable String carer,
        @Nullable String carerContact,
        @Nullable LocalDate reviewBy,
        @Nullable LocalDate oneYearMark,
        @Nullable PolicyEditionId edition,
        @Nullable ReviewDocument lastReview,
        @Nullable AssessmentDocument returnAssessment) {

    public enum Status {
        GUARDED,
        LAPSED,
        IN_TEMPORARY_CARE,
        UNDER_LONG_TERM_GUARDIANSHIP
    }

    public record ReviewDocument(LocalDate on, String outcome) {}

    public record AssessmentDocument(LocalDate on, boolean suitable, String findings) {}

    public static GuardianshipDocument of(Guardianship guardianship, ToldFacts facts) {
        return switch (guardianship) {
            case Guardianship.Guarded guarded ->
                without(Status.GUARDED, guarded.returnedOn().orElse(null), null, null, null);
            case Guardianship.Lapsed lapsed ->
                without(
                        Status.LAPSED,
                        lapsed.since(),
                        lapsed.ground().name(),
                        facts.told(lapsed.lapse(), GuardianshipLapsed.class)
                                .circumstances()
                                .reveal(),
                        assessment(lapsed.assessment(), facts));
            case Guardianship.InTemporaryCare care -> of(care, facts);
            case Guardianship.UnderLongTermGuardianship ward ->
                without(
                        Status.UNDER_LONG_TERM_GUARDIANSHIP,
                        ward.since(),
                        ward.ground().name(),
                        facts.told(ward.assumption(), LongTermGuardianshipAssumed.class)
                                .basis()
                                .reveal(),
                        null);
        };
    }

    private static GuardianshipDocument of(Guardianship.InTemporaryCare care, ToldFacts facts) {
        TemporaryCareAssigned assigned = facts.told(care.assignment(), TemporaryCareAssigned.class);
        return new GuardianshipDocument(
                Status.IN_TEMPORARY_CARE,
                care.since(),
                null,
                null,
                care.mode(),
                assigned.carer().name().reveal(),
                revealed(assigned.carer().contact()),
                care.reviewBy(),
                care.oneYearMark(),
                care.edition(),
                care.lastReview()
                        .map(review -> new ReviewDocument(
                                review.on(),
                                facts.told(review.fact(), TemporaryCareReviewed.class)
                                        .outcome()
                                        .reveal()))
                        .orElse(null),
                assessment(care.assessment(), facts));
    }

    /** Of a state without temporary care. */
    private static GuardianshipDocument without(
            Status status, LocalDate since, String ground, String circumstances, AssessmentDocument assessment) {
        return new GuardianshipDocument(
                status, since, ground, circumstances, null, null, null, null, null, null, null, assessment);
    }

    private static AssessmentDocument assessment(Optional<Guardianship.Assessment> assessment, ToldFacts facts) {
        return assessment
                .map(made -> new AssessmentDocument(
                        made.on(),
                        made.suitable(),
                        facts.told(made.fact(), ReturnAssessed.class).findings().reveal()))
                .orElse(null);
    }
}
