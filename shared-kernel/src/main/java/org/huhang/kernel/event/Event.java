package org.huhang.kernel.event;

import java.time.LocalDate;
import org.huhang.kernel.beside.staff.StaffEvent;

/** A fact, kept for ever. To correct a recorded fact, record another. */
public sealed interface Event permits CaseEvent, StaffEvent {

    /** The day from which the fact is true, in Asia/Shanghai; when it became known stands on its record. */
    LocalDate effectiveOn();
}
