package org.huhang.kernel.area.schooling;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.Narrative;

/** Whether and where the child goes to school. Plan 2024 (七). */
public sealed interface SchoolingEvent extends CaseEvent {

    /**
     * The child goes to this school: a first one, another one, or the next stage.
     *
     * @param school its name, and its place where that is needed to tell it
     */
    @EventType("SchoolEnrolled")
    record SchoolEnrolled(SchoolStage stage, Optional<Narrative> school, Boarding boarding, LocalDate effectiveOn)
            implements SchoolingEvent {}

    /** 辍学: the child no longer goes to school. It asks for key care to be assessed anew. */
    @EventType("DroppedOut")
    record DroppedOut(Narrative circumstances, LocalDate effectiveOn) implements SchoolingEvent {}

    /** 复学: to the school that was last told of. */
    @EventType("ReturnedToSchool")
    record ReturnedToSchool(LocalDate effectiveOn) implements SchoolingEvent {}
}
