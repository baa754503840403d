package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Narrative;

/** Whether the case is worked on. */
sealed interface Lifecycle {

    /** The day from which facts may be recorded: of registration, or of the last reopening. */
    LocalDate openSince();

    /** @param reopened why, where it was closed or absorbed before */
    record Open(LocalDate openSince, Optional<Narrative> reopened) implements Lifecycle {}

    record Closed(CloseReason reason, Optional<Narrative> note, LocalDate on, LocalDate openSince)
            implements Lifecycle {}

    /** The child's facts go on in the survivor's case until the merge is undone. */
    record Absorbed(CaseId survivor, Narrative reason, LocalDate on, LocalDate openSince) implements Lifecycle {}
}
