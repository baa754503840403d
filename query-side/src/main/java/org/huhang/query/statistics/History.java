package org.huhang.query.statistics;

import java.time.LocalDate;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CloseReason;
import org.huhang.query.area.Bearing;
import org.huhang.query.area.guardianship.GuardianshipStep;
import org.huhang.query.area.keycare.KeyCareStep;
import org.huhang.query.area.screening.Screened;
import org.huhang.query.statistics.Timeline.FileStep;

/** What each fact adds to a case's timeline. */
final class History {

    private History() {}

    /** The same timeline where the fact has no bearing on figures, or was taken in before. */
    static Timeline evolve(Timeline line, Recorded fact) {
        if (fact.position() <= line.position()) {
            return line;
        }
        Timeline next = told(line, fact);
        return next == line ? line : next.at(fact.position());
    }

    /** By the areas that figures tell of; the approved table of {@link Bearing} says which facts those are. */
    private static Timeline told(Timeline line, Recorded fact) {
        LocalDate on = fact.event().effectiveOn();
        long because = fact.position();
        return switch (fact.event()) {
            case FileEvent e -> file(line, fact, e);
            case ScreeningEvent e ->
                Screened.Step.of(e)
                        .map(step -> line.screened(on, because, step))
                        .orElse(line);
            case KeyCareEvent e ->
                KeyCareStep.of(e).map(step -> line.cared(on, because, step)).orElse(line);
            case GuardianshipEvent e ->
                GuardianshipStep.of(e)
                        .map(step -> line.guarded(on, because, step))
                        .orElse(line);
            case SchoolingEvent _, StaffEvent _ -> line;
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
            case FileEvent.CasesMerged e -> e.absorbs(fact.caseId()) ? line.resting(true) : line;
            case FileEvent.CasesUnmerged e -> e.releases(fact.caseId()) ? line.resting(false) : line;
            case FileEvent.CaseClosed e ->
                line.filed(
                        on,
                        because,
                        e.reason() == CloseReason.REGISTERED_IN_ERROR ? FileStep.IN_ERROR : FileStep.CLOSED);
            case FileEvent.CaseReopened _ -> line.filed(on, because, FileStep.OPEN);
            case FileEvent.LivingArrangementRecorded _, FileEvent.IdentityDocumentAttached _ -> line;
        };
    }
}
