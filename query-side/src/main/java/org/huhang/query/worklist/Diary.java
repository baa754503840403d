package org.huhang.query.worklist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.query.worklist.Agenda.Screened;
import org.huhang.query.worklist.Agenda.TemporaryCare;
import org.huhang.query.worklist.Agenda.Visit;

/** What each fact changes in a case's agenda. */
final class Diary {

    private static final Set<Class<? extends CaseEvent>> NOTHING_DUE = Set.of(
            FileEvent.LivingArrangementRecorded.class,
            FileEvent.IdentityDocumentAttached.class,
            GuardianshipEvent.ReturnAssessed.class);

    private Diary() {}

    /** @param fact a registration */
    static Agenda begin(Recorded fact, FileEvent.ChildRegistered e) {
        return Agenda.of(
                        e.identity().name(),
                        e.identity().birthDate(),
                        e.residence().division().code().digits(),
                        e.hukou().division().code().digits())
                .at(fact.position());
    }

    /** The same agenda where the fact changes nothing that is due, or was taken in before. */
    static Agenda evolve(Agenda agenda, Recorded fact) {
        if (fact.position() <= agenda.position()) {
            return agenda;
        }
        Agenda next =
                switch (fact.event()) {
                    case FileEvent e -> file(agenda, fact, e);
                    case ScreeningEvent e -> screening(agenda, e);
                    case KeyCareEvent e -> keyCare(agenda, e);
                    case GuardianshipEvent e -> guardianship(agenda, e);
                };
        return next == agenda ? agenda : next.at(fact.position());
    }

    /** Whether anything due can hang on such a fact. */
    static boolean bears(Class<? extends CaseEvent> type) {
        return !NOTHING_DUE.contains(type);
    }

    private static Agenda file(Agenda agenda, Recorded fact, FileEvent event) {
        return switch (event) {
            case FileEvent.ChildRegistered e -> begin(fact, e);
            case FileEvent.IdentityCorrected e ->
                agenda.of(e.identity().name(), e.identity().birthDate());
            case FileEvent.ResidenceMoved e ->
                agenda.living(e.to().division().code().digits());
            case FileEvent.HukouMoved e ->
                agenda.belonging(e.to().division().code().digits());
            case FileEvent.CasesMerged e -> e.absorbed().equals(fact.caseId()) ? agenda.absorbed(true) : agenda;
            case FileEvent.CasesUnmerged e -> e.absorbed().equals(fact.caseId()) ? agenda.absorbed(false) : agenda;
            case FileEvent.CaseClosed _ -> agenda.closed(true);
            case FileEvent.CaseReopened _ -> agenda.closed(false);
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> agenda;
        };
    }

    private static Agenda screening(Agenda agenda, ScreeningEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case ScreeningEvent.ScreenedAsMigrant e -> held(agenda, ScreenedStatus.MIGRANT, e.screening(), on);
            case ScreeningEvent.ScreenedAsLeftBehind e -> held(agenda, ScreenedStatus.LEFT_BEHIND, e.screening(), on);
            case ScreeningEvent.ScreenedOut e ->
                found(agenda, ScreenedStatus.NEITHER, Optional.empty(), e.screening(), on);
            case ScreeningEvent.ScreeningReferredToReview e ->
                found(
                        agenda,
                        ScreenedStatus.UNDER_REVIEW,
                        agenda.screened().flatMap(Screened::held),
                        e.screening(),
                        on);
            case ScreeningEvent.ScreeningReconfirmed e ->
                agenda.screened()
                        .filter(last -> last.status() == e.status())
                        .map(last -> found(agenda, last.status(), last.held(), e.screening(), on))
                        .orElse(agenda);
            case ScreeningEvent.MigrantStatusEnded _ -> ended(agenda, ScreenedStatus.MIGRANT);
            case ScreeningEvent.LeftBehindStatusEnded _ -> ended(agenda, ScreenedStatus.LEFT_BEHIND);
        };
    }

    private static Agenda held(Agenda agenda, ScreenedStatus status, Screening screening, LocalDate on) {
        return found(agenda, status, Optional.of(status), screening, on);
    }

    private static Agenda found(
            Agenda agenda, ScreenedStatus status, Optional<ScreenedStatus> held, Screening screening, LocalDate on) {
        return agenda.screened(Optional.of(new Screened(status, held, on, screening.reconfirmBy())));
    }

    private static Agenda ended(Agenda agenda, ScreenedStatus status) {
        boolean counted = agenda.screened().flatMap(Screened::held).equals(Optional.of(status));
        return counted ? agenda.screened(Optional.empty()) : agenda;
    }

    private static Agenda keyCare(Agenda agenda, KeyCareEvent event) {
        return switch (event) {
            case KeyCareEvent.KeyCareListed e ->
                agenda.visitBy(Optional.of(new Visit(e.nextVisitDue(), e.effectiveOn())));
            case KeyCareEvent.KeyCareReassessed e ->
                agenda.visitBy(agenda.nextVisit().map(_ -> new Visit(e.nextVisitDue(), e.effectiveOn())));
            case KeyCareEvent.KeyCareDelisted _ -> agenda.visitBy(Optional.empty());
            case KeyCareEvent.HomeVisitRecorded e ->
                agenda.visitBy(
                        agenda.nextVisit().map(visit -> visit.after(new Visit(e.nextVisitDue(), e.effectiveOn()))));
        };
    }

    private static Agenda guardianship(Agenda agenda, GuardianshipEvent event) {
        return switch (event) {
            case GuardianshipEvent.TemporaryCareAssigned e ->
                agenda.cared(Optional.of(new TemporaryCare(e.reviewBy(), e.oneYearMark())));
            case GuardianshipEvent.TemporaryCareReviewed e ->
                agenda.cared(agenda.care().map(care -> new TemporaryCare(e.nextReviewBy(), care.oneYearMark())));
            case GuardianshipEvent.GuardianshipLapsed _,
                    GuardianshipEvent.ReturnedToGuardian _,
                    GuardianshipEvent.LongTermGuardianshipAssumed _ -> agenda.cared(Optional.empty());
            case GuardianshipEvent.ReturnAssessed _ -> agenda;
        };
    }
}
