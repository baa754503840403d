package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonalValue;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.query.casefile.CaseDocument.*;

/** Writes a case out for a reader who may see it. Besides {@link Revealing}, the one place that reveals personal values. */
final class Writing {

    private final Divisions divisions;

    Writing(Divisions divisions) {
        this.divisions = divisions;
    }

    CaseDocument write(CaseView view) {
        ChildFile file = view.file();
        return new CaseDocument(
                view.caseId().toString(),
                lifecycle(view.lifecycle()),
                new RegistrationDocument(day(file.registeredOn()), file.agency().name()),
                identity(file.identity()),
                new HukouDocument(
                        division(file.hukou().division()), file.hukou().type().name(), day(file.hukouSince())),
                new ResidenceDocument(
                        division(file.residence().division()),
                        revealed(file.residence().address()),
                        day(file.residence().since())),
                file.guardians().stream().map(this::guardian).toList(),
                day(file.guardiansSince()),
                screening(view.screening()),
                keyCare(view.keyCare()),
                guardianship(view.guardianship()),
                view.absorbed().stream()
                        .map(other -> new AbsorbedDocument(
                                other.caseId().toString(),
                                day(other.on()),
                                other.reason().reveal()))
                        .toList());
    }

    private static LifecycleDocument lifecycle(Lifecycle lifecycle) {
        String openSince = day(lifecycle.openSince());
        return switch (lifecycle) {
            case Lifecycle.Open open ->
                new LifecycleDocument("OPEN", openSince, null, null, revealed(open.reopened()), null);
            case Lifecycle.Closed closed ->
                new LifecycleDocument(
                        "CLOSED", openSince, day(closed.on()), closed.reason().name(), revealed(closed.note()), null);
            case Lifecycle.Absorbed absorbed ->
                new LifecycleDocument(
                        "ABSORBED",
                        openSince,
                        day(absorbed.on()),
                        null,
                        absorbed.reason().reveal(),
                        absorbed.survivor().toString());
        };
    }

    private static IdentityDocumentation identity(ChildIdentity identity) {
        return new IdentityDocumentation(
                identity.name().reveal(),
                identity.otherNames().stream().map(PersonalValue::reveal).toList(),
                identity.sex().name(),
                day(identity.birthDate()),
                identity.documents().stream()
                        .map(paper -> new PaperDocument(
                                paper.type().name(), paper.number().reveal(), day(paper.validUntil())))
                        .toList());
    }

    private GuardianDocument guardian(Guardian guardian) {
        return new GuardianDocument(
                guardian.relation().name(),
                guardian.name().reveal(),
                revealed(guardian.contact()),
                guardian.livesWithChild(),
                guardian.ability().name(),
                guardian.absence().map(away -> day(away.since())).orElse(null),
                guardian.absence()
                        .flatMap(away -> away.worksIn())
                        .map(this::division)
                        .orElse(null));
    }

    private DivisionDocument division(DivisionRef place) {
        return new DivisionDocument(
                place.code().digits(),
                divisions.fullName(place.code()),
                place.edition().name());
    }

    private static ScreeningDocument screening(ScreeningStatus status) {
        return switch (status) {
            case ScreeningStatus.NotScreened none -> screening(none, "NOT_SCREENED", null, List.of(), Optional.empty());
            case ScreeningStatus.Migrant s -> screening(s, s.which().name(), s.since(), List.of(), s.note());
            case ScreeningStatus.LeftBehind s ->
                screening(s, s.which().name(), s.since(), List.of(s.reason()), s.note());
            case ScreeningStatus.Neither s ->
                screening(s, ScreenedStatus.NEITHER.name(), s.since(), s.reasons(), s.note());
            case ScreeningStatus.UnderReview s ->
                screening(s, ScreenedStatus.UNDER_REVIEW.name(), s.since(), s.reasons(), Optional.empty());
            case ScreeningStatus.Ended s ->
                new ScreeningDocument(
                        "ENDED",
                        day(s.on()),
                        null,
                        null,
                        List.of(),
                        s.was().name(),
                        s.reason().name(),
                        null,
                        evaluation(s.last()));
        };
    }

    private static ScreeningDocument screening(
            ScreeningStatus status,
            String name,
            LocalDate since,
            Collection<? extends Enum<?>> reasons,
            Optional<Narrative> note) {
        return new ScreeningDocument(
                name,
                day(since),
                status.held().map(held -> held.which().name()).orElse(null),
                status.held().map(Writing::band).orElse(null),
                names(reasons),
                null,
                null,
                revealed(note),
                status.evidence().map(Writing::evaluation).orElse(null));
    }

    private static String band(ScreeningStatus.Held held) {
        return switch (held) {
            case ScreeningStatus.Migrant migrant -> migrant.band().name();
            case ScreeningStatus.LeftBehind leftBehind -> null;
        };
    }

    private static EvaluationDocument evaluation(Screening screening) {
        return new EvaluationDocument(
                screening.edition().name(),
                screening.divisionEdition().name(),
                day(screening.assessedOn()),
                screening.agency().name(),
                screening.decidedByPerson(),
                day(screening.reconfirmBy()),
                screening.findings().stream().map(Writing::finding).toList());
    }

    private static FindingDocument finding(Finding finding) {
        return new FindingDocument(
                finding.criterion(), finding.outcome().name(), finding.legalBasis(), new TreeMap<>(finding.observed()));
    }

    private static KeyCareDocument keyCare(KeyCare care) {
        VisitDocument visit = care.lastVisit()
                .map(last -> new VisitDocument(
                        day(last.on()),
                        last.visitor().reveal(),
                        last.seen().reveal(),
                        revealed(last.childView()),
                        last.risk().name()))
                .orElse(null);
        return switch (care.listing()) {
            case KeyCare.NeverListed none ->
                new KeyCareDocument("NEVER_LISTED", List.of(), null, null, null, null, null, null, null, visit);
            case KeyCare.Listed listed ->
                new KeyCareDocument(
                        "LISTED",
                        names(listed.grounds()),
                        listed.risk().name(),
                        day(listed.since()),
                        day(listed.nextVisitDue()),
                        listed.cadence().name(),
                        null,
                        null,
                        null,
                        visit);
            case KeyCare.Delisted delisted ->
                new KeyCareDocument(
                        "DELISTED",
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        day(delisted.on()),
                        delisted.reason().name(),
                        revealed(delisted.note()),
                        visit);
        };
    }

    private static GuardianshipDocument guardianship(Guardianship guardianship) {
        return switch (guardianship) {
            case Guardianship.Guarded guarded ->
                new GuardianshipDocument(
                        "GUARDED",
                        day(guarded.returnedOn()),
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
                        "LAPSED",
                        day(lapsed.since()),
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
                        "IN_TEMPORARY_CARE",
                        day(care.since()),
                        null,
                        null,
                        care.mode().name(),
                        care.carer().name().reveal(),
                        revealed(care.carer().contact()),
                        day(care.reviewBy()),
                        day(care.oneYearMark()),
                        care.edition().name(),
                        care.lastReview()
                                .map(review -> new ReviewDocument(
                                        day(review.on()), review.outcome().reveal()))
                                .orElse(null),
                        assessment(care.assessment()));
            case Guardianship.UnderLongTermGuardianship ward ->
                new GuardianshipDocument(
                        "UNDER_LONG_TERM_GUARDIANSHIP",
                        day(ward.since()),
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
                        day(made.on()), made.suitable(), made.findings().reveal()))
                .orElse(null);
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private static String revealed(Optional<? extends PersonalValue> value) {
        return value.map(PersonalValue::reveal).orElse(null);
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }
}
