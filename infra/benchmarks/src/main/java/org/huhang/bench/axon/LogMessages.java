package org.huhang.bench.axon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.axonserver.Provenance;

/** Facts as Axon's messages and back. A message is known by the position of its fact. */
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

    /** One case's facts of a unit of work, and how far the case had come before them. */
    record Of(StreamId stream, long expectedVersion, List<Event> events) {}

    /** Messages of one unit of work by case, in the order in which the cases are first spoken of. */
    static List<Of> byCase(List<? extends EventMessage<?>> messages) {
        Map<StreamId, Of> cases = new LinkedHashMap<>();
        for (EventMessage<?> message : messages) {
            if (!(message instanceof DomainEventMessage<?> domain) || !(domain.getPayload() instanceof Event event)) {
                throw new EventStoreException("The log keeps facts about cases only, not "
                        + message.getPayloadType().getName());
            }
            StreamId stream = StreamId.of(domain.getAggregateIdentifier());
            cases.computeIfAbsent(stream, _ -> new Of(stream, domain.getSequenceNumber() - 1, new ArrayList<>()))
                    .events()
                    .add(event);
        }
        return List.copyOf(cases.values());
    }

    static DomainEventMessage<Event> domain(Recorded fact) {
        return new GenericDomainEventMessage<>(
                AGGREGATE,
                fact.stream().toString(),
                fact.version(),
                fact.event(),
                new Provenance(fact.by(), fact.recordedAt()).asMetaData(),
                Long.toString(fact.position()),
                fact.recordedAt());
    }

    static TrackedEventMessage<Event> tracked(Recorded fact) {
        return new RecordedMessage(fact, domain(fact));
    }

    /** Keeps the fact beside the message, so that a reader need not put it together again. */
    private static final class RecordedMessage extends GenericTrackedDomainEventMessage<Event> {
        private final transient Recorded fact;

        RecordedMessage(Recorded fact, DomainEventMessage<Event> message) {
            super(new GlobalSequenceTrackingToken(fact.position()), message);
            this.fact = fact;
        }

        @Override
        public GenericTrackedDomainEventMessage<Event> withTrackingToken(TrackingToken token) {
            return this;
        }
    }
}
