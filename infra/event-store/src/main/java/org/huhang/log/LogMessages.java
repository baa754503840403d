package org.huhang.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.huhang.log.append.Append;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.read.Entry;

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

    /** Messages of one unit of work as one change: whole or not at all. */
    static Append append(List<? extends EventMessage<?>> messages, EventCodec codec) {
        Map<CaseId, Append.Expectation> expectations = new LinkedHashMap<>();
        List<Append.Line> facts = new ArrayList<>();
        for (EventMessage<?> message : messages) {
            Append.Line line = line(message, codec);
            facts.add(line);
            expectations.putIfAbsent(line.caseId(), new Append.Expectation(line.caseId(), line.version() - 1));
        }
        Provenance from = Provenance.of(messages.getFirst().getMetaData());
        return new Append(
                List.copyOf(expectations.values()),
                facts,
                List.of(),
                Optional.empty(),
                from.by(),
                codec.write(from.by()),
                from.at());
    }

    private static Append.Line line(EventMessage<?> message, EventCodec codec) {
        if (message instanceof DomainEventMessage<?> domain && domain.getPayload() instanceof CaseEvent event) {
            CaseId caseId = CaseId.of(domain.getAggregateIdentifier());
            return new Append.Line(
                    caseId,
                    domain.getSequenceNumber(),
                    event,
                    codec.write(caseId, event),
                    UUID.fromString(domain.getIdentifier()));
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
