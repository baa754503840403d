package org.huhang.kernel.beside.staff;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;

/** Facts about one child director (儿童主任) or township supervisor (儿童督导员). Plan 2024 (十六). */
public sealed interface StaffEvent extends Event {

    /** @param areas villages of a child director, townships of a supervisor */
    @EventType("StaffAppointed")
    record StaffAppointed(
            PersonName name, StaffPost post, Set<DivisionRef> areas, Optional<Contact> contact, LocalDate effectiveOn)
            implements StaffEvent {
        public StaffAppointed {
            areas = inOrder(areas);
        }
    }

    /** @param areas all that they answer for from that day on, in the place of those before */
    @EventType("StaffAreaAssigned")
    record StaffAreaAssigned(Set<DivisionRef> areas, LocalDate effectiveOn) implements StaffEvent {
        public StaffAreaAssigned {
            areas = inOrder(areas);
        }
    }

    /** {@code effectiveOn} is the first day on which they answer for nothing any more. */
    @EventType("StaffPostEnded")
    record StaffPostEnded(PostEndReason reason, Optional<Narrative> note, LocalDate effectiveOn)
            implements StaffEvent {}

    /** @param effectiveOn the last day of the training */
    @EventType("StaffTrainingRecorded")
    record StaffTrainingRecorded(TrainingKind kind, Narrative subject, LocalDate effectiveOn) implements StaffEvent {}

    private static Set<DivisionRef> inOrder(Set<DivisionRef> areas) {
        return areas == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(areas));
    }
}
