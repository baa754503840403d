package org.huhang.command.axon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.huhang.command.state.CaseState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CaseId;

/**
 * A case as the unit of work holds it.
 *
 * @param version of its newest fact; -1 before the first
 */
record LoadedCase(CaseId id, Aggregate<ChildCase> aggregate, CaseState state, long version) {

    static LoadedCase of(CaseId id, Aggregate<ChildCase> aggregate) {
        Long version = aggregate.version();
        return new LoadedCase(id, aggregate, aggregate.invoke(ChildCase::state), version == null ? -1 : version);
    }

    /** Today's codes of the places that answer for the child. */
    DivisionCode[] places(Divisions divisions) {
        return Stream.of(state.residence(), state.hukou())
                .flatMap(Optional::stream)
                .map(divisions::current)
                .toArray(DivisionCode[]::new);
    }

    void record(List<CaseEvent> events, MetaData metaData) {
        if (!events.isEmpty()) {
            aggregate.execute(child -> child.record(events, metaData));
        }
    }
}
