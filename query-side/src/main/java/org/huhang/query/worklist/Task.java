package org.huhang.query.worklist;

import java.time.LocalDate;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.Place;
import org.huhang.query.area.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param dueOn the last day for it, or the day it comes about, as its kind says
 * @param lastWorkingDay by which it can be done in working days; null where {@code dueOn} is no last day for anything
 * @param overdueDays days since, 0 until that day has passed
 * @param child's name: personal, shown to those who may read the worklist
 */
public record Task(
        CaseId caseId,
        TaskKind kind,
        LocalDate dueOn,
        @Nullable LastWorkingDay lastWorkingDay,
        long overdueDays,
        String child,
        Place residence,
        Place hukou) {}
