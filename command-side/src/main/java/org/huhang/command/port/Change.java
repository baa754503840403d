package org.huhang.command.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.CaseId;

/**
 * What came of one command, to be made true as a whole. A refusal changes no case, yet holds only while the cases are as
 * they were seen.
 *
 * @param at the instant of asking
 * @param answer to be kept under the key unless it is a refusal, with the position still to be filled in
 */
public record Change(List<Part> parts, Attribution by, Instant at, Optional<IdempotencyKey> key, Answer answer) {

    public Change {
        parts = List.copyOf(parts);
    }

    /**
     * One case's share.
     *
     * @param expectedVersion of the newest fact the decision has seen; -1 for none
     */
    public record Part(CaseId caseId, CaseState before, long expectedVersion, List<CaseEvent> events) {
        public Part {
            events = List.copyOf(events);
        }

        /** The case with these facts. */
        public CaseState after() {
            return before.after(events);
        }
    }
}
