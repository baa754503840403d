package org.huhang.command.decide;

import java.util.List;
import java.util.Map;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** What came of a command: facts to record, or a no. */
public sealed interface Decision {

    /**
     * @param events for the case addressed
     * @param otherEvents for the second case of a merge or its undoing; else empty
     */
    record Accepted(List<CaseEvent> events, List<CaseEvent> otherEvents) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            otherEvents = List.copyOf(otherEvents);
        }
    }

    record Rejected(Refusal refusal) implements Decision {}

    static Decision accept(CaseEvent... events) {
        return new Accepted(List.of(events), List.of());
    }

    static Decision accept(List<CaseEvent> events) {
        return new Accepted(events, List.of());
    }

    static Decision refuse(RefusalCode code) {
        return new Rejected(Refusal.of(code));
    }

    static Decision refuse(RefusalCode code, Map<String, String> parameters) {
        return new Rejected(Refusal.of(code, parameters));
    }

    static Decision refuseAt(String field, RefusalCode code) {
        return new Rejected(Refusal.at(field, code));
    }
}
