package org.huhang.command.state;

import java.time.LocalDate;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;

/** Whether a registered case is worked on. */
public sealed interface Lifecycle {

    /** The day from which facts may be recorded: of registration, or of the last reopening. */
    LocalDate openSince();

    record Open(LocalDate openSince) implements Lifecycle {}

    record Closed(CloseReason reason, LocalDate on, LocalDate openSince) implements Lifecycle {}

    /** Absorbed into the case of the same child; it rests until the merge is undone. */
    record MergedInto(CaseId survivor, LocalDate on, LocalDate openSince) implements Lifecycle {}

    default Lifecycle closed(CaseClosed event) {
        return new Closed(event.reason(), event.effectiveOn(), openSince());
    }

    default Lifecycle reopened(CaseReopened event) {
        return new Open(event.effectiveOn());
    }

    default Lifecycle absorbed(CasesMerged event) {
        return new MergedInto(event.survivor(), event.effectiveOn(), openSince());
    }

    /** The merge was wrong from the start, so the case was open all along. */
    default Lifecycle released() {
        return new Open(openSince());
    }
}
