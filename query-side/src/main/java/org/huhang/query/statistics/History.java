package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseCourse;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.Entry;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.query.area.Bearing;
import org.huhang.query.area.guardianship.GuardianshipStep;
import org.huhang.query.area.keycare.KeyCareStep;
import org.huhang.query.area.screening.Screened;
import org.huhang.query.statistics.Timeline.FileStep;

/** What each fact adds to a case's timeline. */
final class History {

    private History() {}

    /**
     * The same timeline where the fact has no bearing on figures, or was taken in before. One that does not follow what is known
     * has the timeline made anew, in the order of truth.
     */
    static Timeline evolve(Timeline line, Recorded fact, Supplier<CaseHistory> history) {
        if (fact.position() <= line.position()) {
            return line;
        }
        return fact.event() instanceof CaseEvent event ? evolve(line, fact, event, history) : line;
    }

    private static Timeline evolve(Timeline line, Recorded fact, CaseEvent event, Supplier<CaseHistory> history) {
        if (line.course().isEmpty()) {
            return event instanceof ChildRegistered registration
                    ? told(line, event, fact.caseId(), fact.position())
                            .at(fact.position(), CaseCourse.begin(registration))
                    : line;
        }
        CaseCourse course = line.course().get();
        if (!course.follows(event, fact.caseId())) {
            return anew(history.get(), fact.position());
        }
        Timeline next = course.overrules(event) ? line : told(line, event, fact.caseId(), fact.position());
        return next.at(fact.position(), course.after(event, fact.caseId(), course.number(fact.version())));
    }

    private static Timeline anew(CaseHistory history, long position) {
        Timeline line = Timeline.empty();
        for (Entry entry : inOrder(history)) {
            line = told(line, entry.event(), history.caseId(), entry.because());
        }
        return switch (history.now()) {
            case CaseState.Unregistered _ -> line;
            case CaseState.Registered known -> line.at(position, known.course());
        };
    }

    /** In the order of truth; but who the child is as it was told, whatever the days that are given for it. */
    private static List<Entry> inOrder(CaseHistory history) {
        Map<Boolean, List<Entry>> entries = history.effective().stream()
                .collect(Collectors.partitioningBy(entry -> entry.event() instanceof FileEvent.IdentityCorrected));
        return Stream.concat(
                        entries.get(false).stream(),
                        entries.get(true).stream().sorted(Comparator.comparingLong(Entry::number)))
                .toList();
    }

    /** By the areas that figures tell of; the approved table of {@link Bearing} says which facts those are. */
    private static Timeline told(Timeline line, Event event, CaseId caseId, long because) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case FileEvent e -> file(line, e, caseId, because);
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
            case SchoolingEvent _, AmendmentEvent _, StaffEvent _ -> line;
        };
    }

    private static Timeline file(Timeline line, FileEvent event, CaseId caseId, long because) {
        LocalDate on = event.effectiveOn();
        return switch (event) {
            case FileEvent.ChildRegistered e ->
                line.of(e.identity(), because)
                        .filed(on, because, FileStep.REGISTERED)
                        .living(on, because, e.residence().division().code().digits())
                        .belonging(on, because, e.hukou().division().code().digits());
            case FileEvent.IdentityCorrected e -> line.of(e.identity(), because);
            case FileEvent.ResidenceMoved e ->
                line.living(on, because, e.to().division().code().digits());
            case FileEvent.HukouMoved e ->
                line.belonging(on, because, e.to().division().code().digits());
            case FileEvent.CasesMerged e -> e.absorbs(caseId) ? line.resting(true) : line;
            case FileEvent.CasesUnmerged e -> e.releases(caseId) ? line.resting(false) : line;
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
