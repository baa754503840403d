package org.huhang.query.casefile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.DocumentType;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;
import org.huhang.query.api.Place;
import org.jspecify.annotations.Nullable;

/**
 * A case as a reader sees it: plain values only, personal ones revealed. Every field is always there, null where it does
 * not apply. Holds nothing that depends on the version, and of today only what has become of its divisions.
 */
public record CaseDocument(
        CaseId caseId,
        LifecycleDocument lifecycle,
        RegistrationDocument registration,
        IdentityDocumentation identity,
        HukouDocument hukou,
        ResidenceDocument residence,
        List<GuardianDocument> guardians,
        LocalDate guardiansSince,
        ScreeningDocument screening,
        KeyCareDocument keyCare,
        GuardianshipDocument guardianship,
        List<AbsorbedDocument> absorbed) {

    /**
     * @param reason why it was closed
     * @param note what was written when it was closed, reopened, merged or unmerged
     * @param survivor the case in which an absorbed one goes on
     */
    public record LifecycleDocument(
            Status status,
            LocalDate openSince,
            @Nullable LocalDate endedOn,
            @Nullable CloseReason reason,
            @Nullable String note,
            @Nullable CaseId survivor) {

        public enum Status {
            OPEN,
            CLOSED,
            ABSORBED
        }
    }

    public record RegistrationDocument(LocalDate on, SourceAgency agency) {}

    public record IdentityDocumentation(
            String name, List<String> otherNames, Sex sex, LocalDate birthDate, List<PaperDocument> documents) {}

    public record PaperDocument(
            DocumentType type, String number, @Nullable LocalDate validUntil) {}

    /**
     * @param edition of the division codes in which the code was given
     * @param official false for a township's or village's code that does not stand in the published list of townships
     * @param today whose it is now, where that is another one; several where that is not known; empty where it is this one
     * @param then likewise, whose it was on the day of a replay: effectiveAt, or else the day of knownAt; null in the case now
     */
    public record DivisionDocument(
            String code,
            String name,
            boolean official,
            DivisionEdition edition,
            List<Place.Whose> today,
            @Nullable List<Place.Whose> then) {}

    public record HukouDocument(DivisionDocument division, HouseholdType type, LocalDate since) {}

    /** @param since day of arrival in this county-level unit */
    public record ResidenceDocument(
            DivisionDocument division, @Nullable String address, LocalDate since) {}

    public record GuardianDocument(
            Relation relation,
            String name,
            @Nullable String contact,
            boolean livesWithChild,
            GuardianAbility ability,
            @Nullable LocalDate awaySince,
            @Nullable DivisionDocument worksIn) {}

    /**
     * @param reasons for a left-behind child, one screened out, or a review
     * @param held the status that counts now, also while another is under review
     * @param band of a migrant status held
     * @param ended the status that ended
     */
    public record ScreeningDocument(
            Status status,
            @Nullable LocalDate since,
            @Nullable ScreenedStatus held,
            @Nullable MigrantBand band,

            @Schema(oneOf = {LeftBehindReason.class, ScreenedOutReason.class, ReviewReason.class})
            List<String> reasons,

            @Nullable ScreenedStatus ended,
            @Nullable StatusEndReason endReason,
            @Nullable String note,
            @Nullable EvaluationDocument evaluation) {

        public enum Status {
            NOT_SCREENED,
            MIGRANT,
            LEFT_BEHIND,
            NEITHER,
            UNDER_REVIEW,
            ENDED
        }
    }

    public record EvaluationDocument(
            PolicyEditionId edition,
            DivisionEdition divisionEdition,
            LocalDate assessedOn,
            SourceAgency agency,
            boolean decidedByPerson,
            @Nullable LocalDate reconfirmBy,
            List<FindingDocument> findings) {}

    public record FindingDocument(
            String criterion, Finding.Outcome outcome, String legalBasis, Map<String, String> observed) {}

    public record KeyCareDocument(
            Status status,
            Set<KeyCareGround> grounds,
            @Nullable RiskLevel risk,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate nextVisitDue,
            @Nullable PolicyEditionId cadence,
            @Nullable LocalDate delistedOn,
            @Nullable DelistReason delistReason,
            @Nullable String note,
            @Nullable VisitDocument lastVisit) {

        public enum Status {
            NEVER_LISTED,
            LISTED,
            DELISTED
        }
    }

    public record VisitDocument(
            LocalDate on,
            String visitor,
            String seen,
            @Nullable String childView,
            RiskLevel risk) {}

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
    }

    public record ReviewDocument(LocalDate on, String outcome) {}

    public record AssessmentDocument(LocalDate on, boolean suitable, String findings) {}

    public record AbsorbedDocument(CaseId caseId, LocalDate on, String reason) {}
}
