package org.huhang.bench.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.huhang.kernel.value.CaseId;

/** A case before its first fact. */
final class ChildCaseFactory implements AggregateFactory<ChildCase> {

    @Override
    public ChildCase createAggregateRoot(String aggregateIdentifier, DomainEventMessage<?> firstEvent) {
        return new ChildCase(CaseId.of(aggregateIdentifier));
    }

    @Override
    public Class<ChildCase> getAggregateType() {
        return ChildCase.class;
    }
}
