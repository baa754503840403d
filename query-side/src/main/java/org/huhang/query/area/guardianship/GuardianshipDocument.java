package org.huhang.query.area.guardianship;

import static org.huhang.query.area.Revealed.revealed;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.CareArranged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.query.area.ToldFacts;
import org.jspecify.annotations.Nullable;

/**
 * @param since when it is so; of temporary care the first day, with whichever carer
 * @param ground of the lapse, as long as nobody has become guardian; then of long-term guardianship
 * @param circumstances of the lapse, or the basis of long-term guardianship
 * @param carerSince the day from which this carer gives temporary care in this mode
 * @param lapse why the State stands in: kept until the child is guarded again
 * @param longTermEnd what ended long-term guardianship, of a child guarded since
 */
public record GuardianshipDocument(
        Status status,
        @Nullable LocalDate since,

        @Schema(oneOf = {LapseGround.class, LongTermGround.class}) @Nullable
        String ground,

        @Nullable String circumstances,
        @Nullable CareMode mode,
        @Nullable String carer,
        @Nullable String carerContact,
        @Nullable LocalDate carerSince,
        @Nullable LocalDate reviewBy,
        @Nullable LocalDate oneYearMark,
        @Nullable PolicyEditionId edition,
        @Nullable ReviewDocument lastReview,
        @Nullable AssessmentDocument returnAssessment,
        @Nullable LapseDocument lapse,
        @Nullable LongTermEndDocument longTermEnd) {

    public enum Status {
        GUARDED,
        LAPSED,
        IN_TEMPORARY_CARE,
        UNDER_LONG_TERM_GUARDIANSHIP
    }

    public record ReviewDocument(LocalDate on, String outcome) {}

    public record AssessmentDocument(LocalDate on, boolean suitable, String findings) {}

    public record LapseDocument(LocalDate on, LapseGround ground, String circumstances) {}

    public record LongTermEndDocument(LocalDate on, LongTermEndReason reason, String basis) {}

    public static GuardianshipDocument of(Guardianship guardianship, ToldFacts facts) {
        return switch (guardianship) {
            case Guardianship.Guarded guarded -> of(guarded, facts);
            case Guardianship.Lapsed lapsed -> of(lapsed, facts);
            case Guardianship.InTemporaryCare care -> of(care, facts);
            case Guardianship.UnderLongTermGuardianship ward -> of(ward, facts);
        };
    }

    private static GuardianshipDocument of(Guardianship.Guarded guarded, ToldFacts facts) {
        return without(
                Status.GUARDED,
                guarded.returnedOn().orElse(null),
                null,
                null,
                null,
                null,
                guarded.longTermEnd()
                        .map(end -> new LongTermEndDocument(
                                end.on(),
                                end.reason(),
                                facts.told(end.fact(), LongTermGuardianshipEnded.class)
                                        .basis()
                                        .reveal()))
                        .orElse(null));
    }

    private static GuardianshipDocument of(Guardianship.Lapsed lapsed, ToldFacts facts) {
        LapseDocument lapse = lapse(lapsed.because(), facts);
        return without(
                Status.LAPSED,
                lapsed.since(),
                lapse.ground().name(),
                lapse.circumstances(),
                assessment(lapsed.assessment(), facts),
                lapse,
                null);
    }

    private static GuardianshipDocument of(Guardianship.InTemporaryCare care, ToldFacts facts) {
        Carer carer = facts.told(care.arrangement().fact(), CareArranged.class).carer();
        Optional<LapseDocument> lapse = care.because().map(because -> lapse(because, facts));
        return new GuardianshipDocument(
                Status.IN_TEMPORARY_CARE,
                care.since(),
                lapse.map(told -> told.ground().name()).orElse(null),
                lapse.map(LapseDocument::circumstances).orElse(null),
                care.mode(),
                carer.name().reveal(),
                revealed(carer.contact()),
                care.arrangement().since(),
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
                assessment(care.assessment(), facts),
                lapse.orElse(null),
                null);
    }

    private static GuardianshipDocument of(Guardianship.UnderLongTermGuardianship ward, ToldFacts facts) {
        return without(
                Status.UNDER_LONG_TERM_GUARDIANSHIP,
                ward.since(),
                ward.ground().name(),
                facts.told(ward.assumption(), LongTermGuardianshipAssumed.class)
                        .basis()
                        .reveal(),
                null,
                ward.because().map(because -> lapse(because, facts)).orElse(null),
                null);
    }

    /** Of a state without temporary care. */
    private static GuardianshipDocument without(
            Status status,
            LocalDate since,
            String ground,
            String circumstances,
            AssessmentDocument assessment,
            LapseDocument lapse,
            LongTermEndDocument longTermEnd) {
        return new GuardianshipDocument(
                status,
                since,
                ground,
                circumstances,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                assessment,
                lapse,
                longTermEnd);
    }

    private static LapseDocument lapse(Guardianship.Lapse lapse, ToldFacts facts) {
        return new LapseDocument(
                lapse.on(),
                lapse.ground(),
                facts.told(lapse.fact(), GuardianshipLapsed.class)
                        .circumstances()
                        .reveal());
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
