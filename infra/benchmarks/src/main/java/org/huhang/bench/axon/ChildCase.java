package org.huhang.bench.axon;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.value.CaseId;

/** Axon's handle on one case: it holds an immutable state and knows no rule. */
class ChildCase {

    @AggregateIdentifier
    private final CaseId id;

    private CaseState state;

    ChildCase(CaseId id) {
        this.id = id;
        this.state = CaseState.unregistered(id);
    }

    CaseState state() {
        return state;
    }

    void record(List<? extends Event> events, MetaData metaData) {
        events.forEach(event -> AggregateLifecycle.apply(event, metaData));
    }

    @EventSourcingHandler
    void on(CaseEvent event) {
        state = state.after(event);
    }
}
