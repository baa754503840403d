package org.huhang.command.decide;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/** What came of a command: facts to record, or a no. */
public sealed interface Decision {

    /**
     * @param events for the stream addressed
     * @param others for other streams that the command is about
     */
    record Accepted(List<Event> events, Map<StreamId, List<Event>> others) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            others = Map.copyOf(others);
        }

        /** With events that follow from these, for the stream addressed. */
        public Accepted and(List<? extends Event> following) {
            return following.isEmpty()
                    ? this
                    : new Accepted(
                            Stream.<Event>concat(events.stream(), following.stream())
                                    .toList(),
                            others);
        }
    }

    record Rejected(Refusal refusal) implements Decision {}

    static Decision accept(Event... events) {
        return new Accepted(List.of(events), Map.of());
    }

    static Decision accept(List<? extends Event> events) {
        return new Accepted(List.copyOf(events), Map.of());
    }

    /** One fact that rests on two cases. */
    static Accepted acceptOnBoth(CaseEvent event, CaseId other) {
        return new Accepted(List.of(event), Map.of(other.stream(), List.of(event)));
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
