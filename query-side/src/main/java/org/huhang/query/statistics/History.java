package org.huhang.query.statistics;

import java.time.LocalDate;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.event.GuardianshipEvent;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.query.statistics.Timeline.FileStep;
import org.huhang.query.statistics.Timeline.GuardianshipStep;

/** What each fact adds to a case's timeline. */
final class History {

    private History() {}

    /** The same timeline where the fact has no bearing on figures, or was taken in before. */
    static Timeline evolve(Timeline line, Recorded fact) {
        if (fact.position() <= line.position()) {
            return line;
        }
        Timeline next =
                switch (fact.event()) {
                    case FileEvent e -> file(line, fact, e);
                    case ScreeningEvent e -> line.screened(e.effectiveOn(), fact.position(), step(e));
                    case KeyCareEvent e -> keyCare(line, fact.position(), e);
                    case GuardianshipEvent e -> guardianship(line, fact.position(), e);
                };
        return next == line ? line : next.at(fact.position());
    }

    /** Whether any figure can rest on such a fact; the others, home visits first, are most of the log. */
    static boolean bears(CaseEvent event) {
        return switch (event) {
            case KeyCareEvent.HomeVisitRecorded _ -> false;
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> false;
            case GuardianshipEvent.TemporaryCareReviewed _, GuardianshipEvent.ReturnAssessed _ -> false;
            case FileEvent _, ScreeningEvent _, KeyCareEvent _, GuardianshipEvent _ -> true;
        };
    }

    private static Timeline file(Timeline line, Recorded fact, FileEvent event) {
        LocalDate on = event.effectiveOn();
        long because = fact.position();
        return switch (event) {
            case FileEvent.ChildRegistered e ->
                line.of(e.identity(), because)
                        .filed(on, because, FileStep.OPEN)
                        .living(on, because, e.residence().division().code().digits())
                        .belonging(on, because, e.hukou().division().code().digits());
            case FileEvent.IdentityCorrected e -> line.of(e.identity(), because);
            case FileEvent.ResidenceMoved e ->
                line.living(on, because, e.to().division().code().digits());
            case FileEvent.HukouMoved e ->
                line.belonging(on, because, e.to().division().code().digits());
            case FileEvent.CasesMerged e -> e.absorbed().equals(fact.caseId()) ? line.resting(true) : line;
            case FileEvent.CasesUnmerged e -> e.absorbed().equals(fact.caseId()) ? line.resting(false) : line;
            case FileEvent.CaseClosed e ->
                line.filed(
                        on,
                        because,
                        e.reason() == CloseReason.REGISTERED_IN_ERROR ? FileStep.IN_ERROR : FileStep.CLOSED);
            case FileEvent.CaseReopened _ -> line.filed(on, because, FileStep.OPEN);
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> line;
        };
    }

    private static ScreeningStep step(ScreeningEvent event) {
        return switch (event) {
            case ScreeningEvent.ScreenedAsMigrant e ->
                e.band() == MigrantBand.COUNTY ? ScreeningStep.MIGRANT : ScreeningStep.MIGRANT_TOWNSHIP;
            case ScreeningEvent.ScreenedAsLeftBehind _ -> ScreeningStep.LEFT_BEHIND;
            case ScreeningEvent.ScreenedOut _ -> ScreeningStep.NEITHER;
            case ScreeningEvent.ScreeningReferredToReview _ -> ScreeningStep.UNDER_REVIEW;
            case ScreeningEvent.ScreeningReconfirmed e -> confirmed(e.status());
            case ScreeningEvent.MigrantStatusEnded _ -> ScreeningStep.MIGRANT_ENDED;
            case ScreeningEvent.LeftBehindStatusEnded _ -> ScreeningStep.LEFT_BEHIND_ENDED;
        };
    }

    private static ScreeningStep confirmed(ScreenedStatus status) {
        return switch (status) {
            case MIGRANT -> ScreeningStep.MIGRANT_CONFIRMED;
            case LEFT_BEHIND -> ScreeningStep.LEFT_BEHIND;
            case NEITHER -> ScreeningStep.NEITHER;
            case UNDER_REVIEW -> ScreeningStep.UNDER_REVIEW;
        };
    }

    private static Timeline keyCare(Timeline line, long because, KeyCareEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case KeyCareEvent.KeyCareListed e -> line.cared(on, because, KeyCareStep.listed(e.grounds()));
            case KeyCareEvent.KeyCareReassessed e -> line.cared(on, because, KeyCareStep.listed(e.grounds()));
            case KeyCareEvent.KeyCareDelisted e ->
                line.cared(on, because, KeyCareStep.delisted(e.reason() == DelistReason.LISTED_IN_ERROR));
            case KeyCareEvent.HomeVisitRecorded _ -> line;
        };
    }

    private static Timeline guardianship(Timeline line, long because, GuardianshipEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case GuardianshipEvent.GuardianshipLapsed _ -> line.guarded(on, because, GuardianshipStep.LAPSED);
            case GuardianshipEvent.TemporaryCareAssigned _ ->
                line.guarded(on, because, GuardianshipStep.TEMPORARY_CARE);
            case GuardianshipEvent.ReturnedToGuardian _ -> line.guarded(on, because, GuardianshipStep.GUARDED);
            case GuardianshipEvent.LongTermGuardianshipAssumed _ ->
                line.guarded(on, because, GuardianshipStep.LONG_TERM);
            case GuardianshipEvent.TemporaryCareReviewed _, GuardianshipEvent.ReturnAssessed _ -> line;
        };
    }
}
