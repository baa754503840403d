package org.huhang.query.area;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.huhang.kernel.policy.PolicyBook;

/** What is due in a case, by the kinds of task there are. */
public final class Duties {

    private Duties() {}

    /** The day each thing is due; nothing for a case that rests. */
    public static Map<TaskKind, LocalDate> of(CaseOutline outline, PolicyBook policies) {
        Map<TaskKind, LocalDate> duties = new EnumMap<>(TaskKind.class);
        if (outline.lifecycle().open()) {
            for (TaskKind kind : TaskKind.values()) {
                kind.in(outline, policies).ifPresent(day -> duties.put(kind, day));
            }
        }
        return duties;
    }
}
