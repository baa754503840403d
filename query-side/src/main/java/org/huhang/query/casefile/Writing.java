package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.Absence;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonalValue;
import org.huhang.kernel.value.Screening;
import org.huhang.query.api.Place;
import org.huhang.query.casefile.CaseDocument.*;

/** Writes a case out for a reader who may see it. Besides {@link Revealing}, the one place that reveals personal values. */
final class Writing {

    private final Divisions divisions;

    private final Optional<LocalDate> asked;

    Writing(Divisions divisions) {
        this(divisions, Optional.empty());
    }

    private Writing(Divisions divisions, Optional<LocalDate> asked) {
        this.divisions = divisions;
        this.asked = asked;
    }

    /** Which also tells whose a place was on that day. */
    Writing on(LocalDate day) {
        return new Writing(divisions, Optional.of(day));
    }

    CaseDocument write(CaseView view) {
        ChildFile file = view.file();
        return new CaseDocument(
                view.caseId(),
                lifecycle(view.lifecycle()),
                new RegistrationDocument(file.registeredOn(), file.agency()),
                identity(file.identity()),
                new HukouDocument(
                        division(file.hukou().division()), file.hukou().type(), file.hukouSince()),
                new ResidenceDocument(
                        division(file.residence().division()),
                        revealed(file.residence().address()),
                        file.residence().since()),
                file.guardians().stream().map(this::guardian).toList(),
                file.guardiansSince(),
                screening(view.screening()),
                keyCare(view.keyCare()),
                guardianship(view.guardianship()),
                view.absorbed().stream()
                        .map(other -> new AbsorbedDocument(
                                other.caseId(), other.on(), other.reason().reveal()))
                        .toList());
    }

    private static LifecycleDocument lifecycle(Lifecycle lifecycle) {
        LocalDate openSince = lifecycle.openSince();
        return switch (lifecycle) {
            case Lifecycle.Open open ->
                new LifecycleDocument(
                        LifecycleDocument.Status.OPEN, openSince, null, null, revealed(open.reopened()), null);
            case Lifecycle.Closed closed ->
                new LifecycleDocument(
                        LifecycleDocument.Status.CLOSED,
                        openSince,
                        closed.on(),
                        closed.reason(),
                        revealed(closed.note()),
                        null);
            case Lifecycle.Absorbed absorbed ->
                new LifecycleDocument(
                        LifecycleDocument.Status.ABSORBED,
                        openSince,
                        absorbed.on(),
                        null,
                        absorbed.reason().reveal(),
                        absorbed.survivor());
        };
    }

    private static IdentityDocumentation identity(ChildIdentity identity) {
        return new IdentityDocumentation(
                identity.name().reveal(),
                identity.otherNames().stream().map(PersonalValue::reveal).toList(),
                identity.sex(),
                identity.birthDate(),
                identity.documents().stream()
                        .map(paper -> new PaperDocument(
                                paper.type(),
                                paper.number().reveal(),
                                paper.validUntil().orElse(null)))
                        .toList());
    }

    private GuardianDocument guardian(Guardian guardian) {
        return new GuardianDocument(
                guardian.relation(),
                guardian.name().reveal(),
                revealed(guardian.contact()),
                guardian.livesWithChild(),
                guardian.ability(),
                guardian.absence().map(Absence::since).orElse(null),
                guardian.absence()
                        .flatMap(away -> away.worksIn())
                        .map(this::division)
                        .orElse(null));
    }

    private DivisionDocument division(DivisionRef place) {
        return new DivisionDocument(
                place.code().digits(),
                divisions.fullName(place.code()),
                divisions.isOfficial(place.code()),
                place.edition(),
                Place.today(place.code(), divisions),
                Place.then(place.code(), divisions, asked));
    }

    private static ScreeningDocument screening(ScreeningStatus status) {
        return switch (status) {
            case ScreeningStatus.NotScreened none ->
                screening(none, ScreeningDocument.Status.NOT_SCREENED, null, List.of(), Optional.empty());
            case ScreeningStatus.Migrant s ->
                screening(s, ScreeningDocument.Status.MIGRANT, s.since(), List.of(), s.note());
            case ScreeningStatus.LeftBehind s ->
                screening(s, ScreeningDocument.Status.LEFT_BEHIND, s.since(), List.of(s.reason()), s.note());
            case ScreeningStatus.Neither s ->
                screening(s, ScreeningDocument.Status.NEITHER, s.since(), s.reasons(), s.note());
            case ScreeningStatus.UnderReview s ->
                screening(s, ScreeningDocument.Status.UNDER_REVIEW, s.since(), s.reasons(), Optional.empty());
            case ScreeningStatus.Ended s ->
                new ScreeningDocument(
                        ScreeningDocument.Status.ENDED,
                        s.on(),
                        null,
                        null,
                        List.of(),
                        s.was(),
                        s.reason(),
                        null,
                        evaluation(s.last()));
        };
    }

    private static ScreeningDocument screening(
            ScreeningStatus status,
            ScreeningDocument.Status name,
            LocalDate since,
            Collection<? extends Enum<?>> reasons,
            Optional<Narrative> note) {
        return new ScreeningDocument(
                name,
                since,
                status.held().map(ScreeningStatus.Held::which).orElse(null),
                status.held().map(Writing::band).orElse(null),
                names(reasons),
                null,
                null,
                revealed(note),
                status.evidence().map(Writing::evaluation).orElse(null));
    }

    private static MigrantBand band(ScreeningStatus.Held held) {
        return switch (held) {
            case ScreeningStatus.Migrant migrant -> migrant.band();
            case ScreeningStatus.LeftBehind leftBehind -> null;
        };
    }

    private static EvaluationDocument evaluation(Screening screening) {
        return new EvaluationDocument(
                screening.edition(),
                screening.divisionEdition(),
                screening.assessedOn(),
                screening.agency(),
                screening.decidedByPerson(),
                screening.reconfirmBy().orElse(null),
                screening.findings().stream().map(Writing::finding).toList());
    }

    private static FindingDocument finding(Finding finding) {
        return new FindingDocument(
                finding.criterion(), finding.outcome(), finding.legalBasis(), new TreeMap<>(finding.observed()));
    }

    private static KeyCareDocument keyCare(KeyCare care) {
        VisitDocument visit = care.lastVisit()
                .map(last -> new VisitDocument(
                        last.on(),
                        last.visitor().reveal(),
                        last.seen().reveal(),
                        revealed(last.childView()),
                        last.risk()))
                .orElse(null);
        return switch (care.listing()) {
            case KeyCare.NeverListed none ->
                new KeyCareDocument(
                        KeyCareDocument.Status.NEVER_LISTED, Set.of(), null, null, null, null, null, null, null, visit);
            case KeyCare.Listed listed ->
                new KeyCareDocument(
                        KeyCareDocument.Status.LISTED,
                        listed.grounds(),
                        listed.risk(),
                        listed.since(),
                        listed.nextVisitDue(),
                        listed.cadence(),
                        null,
                        null,
                        null,
                        visit);
            case KeyCare.Delisted delisted ->
                new KeyCareDocument(
                        KeyCareDocument.Status.DELISTED,
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        delisted.on(),
                        delisted.reason(),
                        revealed(delisted.note()),
                        visit);
        };
    }

    private static GuardianshipDocument guardianship(Guardianship guardianship) {
        return switch (guardianship) {
            case Guardianship.Guarded guarded ->
                new GuardianshipDocument(
                        GuardianshipDocument.Status.GUARDED,
                        guarded.returnedOn().orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Guardianship.Lapsed lapsed ->
                new GuardianshipDocument(
                        GuardianshipDocument.Status.LAPSED,
                        lapsed.since(),
                        lapsed.ground().name(),
                        lapsed.circumstances().reveal(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        assessment(lapsed.assessment()));
            case Guardianship.InTemporaryCare care ->
                new GuardianshipDocument(
                        GuardianshipDocument.Status.IN_TEMPORARY_CARE,
                        care.since(),
                        null,
                        null,
                        care.mode(),
                        care.carer().name().reveal(),
                        revealed(care.carer().contact()),
                        care.reviewBy(),
                        care.oneYearMark(),
                        care.edition(),
                        care.lastReview()
                                .map(review -> new ReviewDocument(
                                        review.on(), review.outcome().reveal()))
                                .orElse(null),
                        assessment(care.assessment()));
            case Guardianship.UnderLongTermGuardianship ward ->
                new GuardianshipDocument(
                        GuardianshipDocument.Status.UNDER_LONG_TERM_GUARDIANSHIP,
                        ward.since(),
                        ward.ground().name(),
                        ward.basis().reveal(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    private static AssessmentDocument assessment(Optional<Guardianship.Assessment> assessment) {
        return assessment
                .map(made -> new AssessmentDocument(
                        made.on(), made.suitable(), made.findings().reveal()))
                .orElse(null);
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static String revealed(Optional<? extends PersonalValue> value) {
        return value.map(PersonalValue::reveal).orElse(null);
    }
}
