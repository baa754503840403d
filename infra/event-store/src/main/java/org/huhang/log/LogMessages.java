package org.huhang.log;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.huhang.command.axon.Provenance;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/** Facts as Axon's messages and back. */
public final class LogMessages {

    private static final String AGGREGATE = "ChildCase";

    private LogMessages() {}

    /** The fact inside a message that came from the log's stream. */
    public static Recorded recorded(TrackedEventMessage<?> message) {
        return switch (message) {
            case RecordedMessage it -> it.fact;
            default ->
                throw new EventStoreException(
                        "Not a message of the log: " + message.getClass().getName());
        };
    }

    static Fact fact(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain && domain.getPayload() instanceof CaseEvent event) {
            Provenance from = Provenance.of(domain.getMetaData());
            return new Fact(
                    CaseId.of(domain.getAggregateIdentifier()),
                    domain.getSequenceNumber(),
                    event,
                    from.by(),
                    from.at(),
                    domain.getIdentifier());
        }
        throw new EventStoreException("The log keeps facts about cases only, not "
                + message.getPayloadType().getName());
    }

    static DomainEventMessage<CaseEvent> domain(Entry entry) {
        Recorded fact = entry.fact();
        return new GenericDomainEventMessage<>(
                AGGREGATE,
                fact.caseId().toString(),
                fact.version(),
                fact.event(),
                new Provenance(fact.by(), fact.recordedAt()).asMetaData(),
                entry.messageId(),
                fact.recordedAt());
    }

    static TrackedEventMessage<CaseEvent> tracked(Entry entry) {
        return new RecordedMessage(entry.fact(), domain(entry));
    }

    /** Keeps the fact beside the message, so that a reader need not put it together again. */
    private static final class RecordedMessage extends GenericTrackedDomainEventMessage<CaseEvent> {
        private final transient Recorded fact;

        RecordedMessage(Recorded fact, DomainEventMessage<CaseEvent> message) {
            super(new GlobalSequenceTrackingToken(fact.position()), message);
            this.fact = fact;
        }

        @Override
        public GenericTrackedDomainEventMessage<CaseEvent> withTrackingToken(
                org.axonframework.eventhandling.TrackingToken token) {
            return this;
        }
    }
}
