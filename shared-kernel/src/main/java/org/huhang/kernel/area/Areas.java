package org.huhang.kernel.area;

import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.Schooling;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.event.CaseEvent;

/** What the facts of a registered child's case add up to beside the file itself, area by area. */
public record Areas(ScreeningState screening, KeyCare keyCare, Guardianship guardianship, Schooling schooling) {

    /** A row that was kept before there was an area holds none of its state. */
    public Areas {
        schooling = schooling == null ? Schooling.untold() : schooling;
    }

    public static Areas begin() {
        return new Areas(ScreeningState.initial(), KeyCare.none(), Guardianship.guarded(), Schooling.untold());
    }

    /** Whether what it rests on is so. */
    boolean take(CaseEvent event) {
        return switch (event) {
            case FileEvent _, AmendmentEvent _ -> true;
            case ScreeningEvent e -> screening.takes(e);
            case KeyCareEvent e -> keyCare.takes(e);
            case GuardianshipEvent e -> guardianship.takes(e);
            case SchoolingEvent e -> schooling.takes(e);
        };
    }

    /**
     * The one place that says to which area a fact belongs.
     *
     * @param fact version of the event
     */
    public Areas after(CaseEvent event, long fact) {
        return switch (event) {
            case FileEvent _, AmendmentEvent _ -> this;
            case ScreeningEvent e ->
                new Areas(ScreeningState.evolve(screening, e, fact), keyCare, guardianship, schooling);
            case KeyCareEvent e -> new Areas(screening, keyCare.after(e, fact), guardianship, schooling);
            case GuardianshipEvent e ->
                new Areas(screening, keyCare, Guardianship.evolve(guardianship, e, fact), schooling);
            case SchoolingEvent e -> new Areas(screening, keyCare, guardianship, schooling.after(e, fact));
        };
    }
}
