package org.huhang.query.area;

import java.util.Optional;
import org.huhang.kernel.area.Areas;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.area.file.Particulars;
import org.huhang.query.rows.ColumnType;

/**
 * What read models keep of a case to fold the next fact into: each area's state, and of the file what lists show. Rows are
 * written from it; it is read back from none but its own column.
 */
public record CaseOutline(Particulars particulars, Lifecycle lifecycle, Areas areas) {

    public static final ColumnType<CaseOutline> COLUMN = ColumnType.unreadJson(CaseOutline.class);

    /** Of a case with the fact; empty until the child is registered. */
    public static Optional<CaseOutline> after(Optional<CaseOutline> before, Recorded fact) {
        return before.isEmpty() && fact.event() instanceof ChildRegistered registration
                ? Optional.of(begin(registration))
                : before.map(outline -> outline.after(fact));
    }

    public ScreeningState screening() {
        return areas.screening();
    }

    public KeyCare keyCare() {
        return areas.keyCare();
    }

    public Guardianship guardianship() {
        return areas.guardianship();
    }

    private static CaseOutline begin(ChildRegistered registration) {
        return new CaseOutline(Particulars.begin(registration), Lifecycle.begin(registration), Areas.begin());
    }

    private CaseOutline after(Recorded fact) {
        long version = fact.version();
        return switch (fact.event()) {
            case FileEvent e ->
                new CaseOutline(particulars.after(e), lifecycle.after(e, fact.caseId(), version), areas);
            case CaseEvent e -> new CaseOutline(particulars, lifecycle, areas.after(e, version));
            case StaffEvent _ -> this;
        };
    }
}
