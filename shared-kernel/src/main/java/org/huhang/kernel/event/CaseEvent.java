package org.huhang.kernel.event;

import org.huhang.kernel.area.amendment.AmendmentEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.schooling.SchoolingEvent;
import org.huhang.kernel.area.screening.ScreeningEvent;

/** A fact about one child's case. */
public sealed interface CaseEvent extends Event
        permits FileEvent, ScreeningEvent, KeyCareEvent, GuardianshipEvent, SchoolingEvent, AmendmentEvent {}
