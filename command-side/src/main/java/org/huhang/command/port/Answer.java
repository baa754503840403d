package org.huhang.command.port;

import java.util.List;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.value.CaseId;

/** What a caller is told of a command. Holds nothing personal: it is kept in receipts. */
public sealed interface Answer {

    /**
     * @param version of the case's stream after the command
     * @param position of the last fact recorded; a reader waits for it to see its own write
     * @param events stable names of the facts recorded, in order
     * @param lookalikes for a registration: cases that may be of the same child, of those the caller may know of
     */
    record Done(CaseId caseId, long version, long position, List<String> events, List<CaseId> lookalikes)
            implements Answer {
        public Done {
            events = List.copyOf(events);
            lookalikes = List.copyOf(lookalikes);
        }
    }

    record Declined(Refusal refusal) implements Answer {}

    /** The same answer once it is known where the log has what it reports. */
    default Answer at(long position) {
        return switch (this) {
            case Done done -> new Done(done.caseId, done.version, position, done.events, done.lookalikes);
            case Declined declined -> declined;
        };
    }
}
