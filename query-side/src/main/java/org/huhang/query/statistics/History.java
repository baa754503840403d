package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.Set;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.huhang.query.statistics.Timeline.FileStep;
import org.huhang.query.statistics.Timeline.GuardianshipStep;

/** What each fact adds to a case's timeline. */
final class History {

    private static final Set<Class<? extends CaseEvent>> NOT_COUNTED = Set.of(
            KeyCareEvent.HomeVisitRecorded.class,
            FileEvent.LivingArrangementRecorded.class,
            FileEvent.IdentityDocumentAttached.class,
            ScreeningEvent.ScreeningReconfirmed.class,
            GuardianshipEvent.TemporaryCareReviewed.class,
            GuardianshipEvent.ReturnAssessed.class);

    private History() {}

    /** The same timeline where the fact has no bearing on figures, or was taken in before. */
    static Timeline evolve(Timeline line, Recorded fact) {
        if (fact.position() <= line.position()) {
            return line;
        }
        Timeline next =
                switch (fact.event()) {
                    case FileEvent e -> file(line, fact, e);
                    case ScreeningEvent e -> screening(line, fact.position(), e);
                    case KeyCareEvent e -> keyCare(line, fact.position(), e);
                    case GuardianshipEvent e -> guardianship(line, fact.position(), e);
                };
        return next == line ? line : next.at(fact.position());
    }

    /** Whether any figure can rest on such a fact; the others, home visits first, are most of the log. */
    static boolean bears(Class<? extends CaseEvent> type) {
        return !NOT_COUNTED.contains(type);
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

    private static Timeline screening(Timeline line, long because, ScreeningEvent event) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case ScreeningEvent.ScreenedAsMigrant e ->
                line.screened(
                        on,
                        because,
                        switch (e.band()) {
                            case COUNTY -> Screened.Step.MIGRANT;
                            case TOWNSHIP -> Screened.Step.MIGRANT_TOWNSHIP;
                        });
            case ScreeningEvent.ScreenedAsLeftBehind _ -> line.screened(on, because, Screened.Step.LEFT_BEHIND);
            case ScreeningEvent.ScreenedOut _ -> line.screened(on, because, Screened.Step.NEITHER);
            case ScreeningEvent.ScreeningReferredToReview _ -> line.screened(on, because, Screened.Step.REFERRED);
            case ScreeningEvent.MigrantStatusEnded _ -> line.screened(on, because, Screened.Step.MIGRANT_ENDED);
            case ScreeningEvent.LeftBehindStatusEnded _ -> line.screened(on, because, Screened.Step.LEFT_BEHIND_ENDED);
            case ScreeningEvent.ScreeningReconfirmed _ -> line;
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
