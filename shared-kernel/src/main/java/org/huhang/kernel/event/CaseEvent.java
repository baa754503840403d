package org.huhang.kernel.event;

import java.time.LocalDate;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;

/** A fact about one child's case, kept for ever. To correct a recorded fact, record another. */
public sealed interface CaseEvent permits FileEvent, ScreeningEvent, KeyCareEvent, GuardianshipEvent, SchoolingEvent {

    /** The day from which the fact is true, in Asia/Shanghai; when it became known stands on its record. */
    LocalDate effectiveOn();
}
