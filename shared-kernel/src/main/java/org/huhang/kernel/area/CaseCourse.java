package org.huhang.kernel.area;

import java.time.LocalDate;
import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.value.CaseId;

/**
 * Where a registered child's case has got to, area by area: all of it but who the child is and where. Names nobody.
 *
 * @param beside how many facts of files that were merged into it are known: the number of a new fact is its version and these, see
 *     {@link Entry#number}
 * @param latest the latest day that any of them is true from
 */
public record CaseCourse(Lifecycle lifecycle, Areas areas, long beside, LocalDate latest) {

    public static CaseCourse begin(ChildRegistered event) {
        return new CaseCourse(Lifecycle.begin(event), Areas.begin(), 0, event.effectiveOn());
    }

    /** See {@link org.huhang.kernel.stream.StreamState#follows}. */
    public boolean follows(Event event, CaseId caseId) {
        return switch (event) {
            case AmendmentEvent _, CasesUnmerged _ -> false;
            case CasesMerged merge ->
                merge.absorbs(caseId) && !merge.effectiveOn().isBefore(latest);
            case CaseEvent e -> !e.effectiveOn().isBefore(latest);
            case StaffEvent _ -> true;
        };
    }

    /**
     * Whether what is true so far leaves the event without effect: the case is closed, or rests and is not closed any more, or what
     * it rests on is not so. What was
     * decided in the order of the days never is; what was told late may do that to it.
     */
    public boolean overrules(CaseEvent event) {
        return switch (event) {
            case CaseReopened _ -> !lifecycle.closed();
            case CaseClosed _ -> !lifecycle.open();
            case FileEvent e -> lifecycle.closed() && e.needsAnOpenCase();
            case AmendmentEvent _ -> false;
            case CaseEvent e -> lifecycle.closed() || !areas.take(e);
        };
    }

    /** Number of the fact with that version in the case's own file, told from now on. */
    public long number(long version) {
        return version + beside;
    }

    /** With a fact that {@link #follows}; one that is overruled is known and changes nothing. */
    public CaseCourse after(CaseEvent event, CaseId caseId, long number) {
        boolean overruled = overrules(event);
        LocalDate day = event.effectiveOn();
        return new CaseCourse(
                !overruled && event instanceof FileEvent e ? lifecycle.after(e, caseId, number) : lifecycle,
                overruled ? areas : areas.after(event, number),
                beside,
                day.isAfter(latest) ? day : latest);
    }

    CaseCourse beside(long facts) {
        return new CaseCourse(lifecycle, areas, facts, latest);
    }
}
