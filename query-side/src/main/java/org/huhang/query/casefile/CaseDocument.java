package org.huhang.query.casefile;

import java.util.List;
import java.util.Map;

/**
 * A case as a reader sees it: plain values only, personal ones revealed. Every field is always there, null where it does
 * not apply. Holds nothing that depends on today or on the version.
 */
public record CaseDocument(
        String caseId,
        LifecycleDocument lifecycle,
        RegistrationDocument registration,
        IdentityDocumentation identity,
        HukouDocument hukou,
        ResidenceDocument residence,
        List<GuardianDocument> guardians,
        String guardiansSince,
        ScreeningDocument screening,
        KeyCareDocument keyCare,
        GuardianshipDocument guardianship,
        List<AbsorbedDocument> absorbed) {

    /**
     * @param status {@code OPEN}, {@code CLOSED} or {@code ABSORBED}
     * @param reason why it was closed, a code
     * @param note what was written when it was closed, reopened, merged or unmerged
     * @param survivor the case in which an absorbed one goes on
     */
    public record LifecycleDocument(
            String status, String openSince, String endedOn, String reason, String note, String survivor) {}

    public record RegistrationDocument(String on, String agency) {}

    public record IdentityDocumentation(
            String name, List<String> otherNames, String sex, String birthDate, List<PaperDocument> documents) {}

    public record PaperDocument(String type, String number, String validUntil) {}

    /** @param edition of the division codes in which the code was given */
    public record DivisionDocument(String code, String name, String edition) {}

    public record HukouDocument(DivisionDocument division, String type, String since) {}

    /** @param since day of arrival in this county-level unit */
    public record ResidenceDocument(DivisionDocument division, String address, String since) {}

    public record GuardianDocument(
            String relation,
            String name,
            String contact,
            boolean livesWithChild,
            String ability,
            String awaySince,
            DivisionDocument worksIn) {}

    /**
     * @param status {@code NOT_SCREENED}, {@code MIGRANT}, {@code LEFT_BEHIND}, {@code NEITHER}, {@code UNDER_REVIEW} or
     *     {@code ENDED}
     * @param reasons for a left-behind child, one screened out, or a review; codes
     * @param held the status that counts now, also while another is under review
     * @param band of a migrant status held
     * @param ended the status that ended
     */
    public record ScreeningDocument(
            String status,
            String since,
            String held,
            String band,
            List<String> reasons,
            String ended,
            String endReason,
            String note,
            EvaluationDocument evaluation) {}

    public record EvaluationDocument(
            String edition,
            String divisionEdition,
            String assessedOn,
            String agency,
            boolean decidedByPerson,
            String reconfirmBy,
            List<FindingDocument> findings) {}

    public record FindingDocument(String criterion, String outcome, String legalBasis, Map<String, String> observed) {}

    /** @param status {@code NEVER_LISTED}, {@code LISTED} or {@code DELISTED} */
    public record KeyCareDocument(
            String status,
            List<String> grounds,
            String risk,
            String listedOn,
            String nextVisitDue,
            String cadence,
            String delistedOn,
            String delistReason,
            String note,
            VisitDocument lastVisit) {}

    public record VisitDocument(String on, String visitor, String seen, String childView, String risk) {}

    /**
     * @param status {@code GUARDED}, {@code LAPSED}, {@code IN_TEMPORARY_CARE} or {@code UNDER_LONG_TERM_GUARDIANSHIP}
     * @param circumstances of the lapse, or the basis of long-term guardianship
     */
    public record GuardianshipDocument(
            String status,
            String since,
            String ground,
            String circumstances,
            String mode,
            String carer,
            String carerContact,
            String reviewBy,
            String oneYearMark,
            String edition,
            ReviewDocument lastReview,
            AssessmentDocument returnAssessment) {}

    public record ReviewDocument(String on, String outcome) {}

    public record AssessmentDocument(String on, boolean suitable, String findings) {}

    public record AbsorbedDocument(String caseId, String on, String reason) {}
}
