package org.huhang.query.area;

import java.util.Optional;
import org.huhang.kernel.area.CaseCourse;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.area.file.Particulars;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Rows;

/**
 * What read models keep of a case to fold the next fact into: its course, and of the child what lists show. Rows are written
 * from it; it is read back from none but its own column.
 */
public record CaseOutline(Particulars particulars, CaseCourse course) {

    public static final ColumnType<CaseOutline> COLUMN = ColumnType.unreadJson(CaseOutline.class);

    /**
     * Of a case with the fact; empty until the child is registered. A fact that does not follow what is known has the case made
     * anew, in the order of truth.
     */
    public static Optional<CaseOutline> after(Optional<CaseOutline> before, Recorded fact, Rows rows) {
        if (before.isEmpty()) {
            return fact.event() instanceof ChildRegistered registration
                    ? Optional.of(begin(registration))
                    : Optional.empty();
        }
        return before.get().course.follows(fact.event(), fact.caseId())
                ? Optional.of(before.get().after(fact))
                : of(rows.history().now());
    }

    public static Optional<CaseOutline> of(CaseState state) {
        return switch (state) {
            case CaseState.Unregistered _ -> Optional.empty();
            case CaseState.Registered known ->
                Optional.of(new CaseOutline(Particulars.of(known.child()), known.course()));
        };
    }

    public Lifecycle lifecycle() {
        return course.lifecycle();
    }

    public ScreeningState screening() {
        return course.areas().screening();
    }

    public KeyCare keyCare() {
        return course.areas().keyCare();
    }

    public Guardianship guardianship() {
        return course.areas().guardianship();
    }

    private static CaseOutline begin(ChildRegistered registration) {
        return new CaseOutline(Particulars.begin(registration), CaseCourse.begin(registration));
    }

    private CaseOutline after(Recorded fact) {
        return fact.event() instanceof CaseEvent event
                ? new CaseOutline(
                        event instanceof FileEvent e && !course.overrules(e) ? particulars.after(e) : particulars,
                        course.after(event, fact.caseId(), course.number(fact.version())))
                : this;
    }
}
