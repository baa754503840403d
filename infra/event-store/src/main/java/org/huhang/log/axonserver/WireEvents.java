package org.huhang.log.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.codec.WrittenEvent;

/**
 * Facts to the events of Axon Server and back: by name and revision, in the log's own JSON, who and when beside it as plain
 * text. Personal values pass the gate of the codec; nothing personal is beside them.
 */
final class WireEvents {

    private final EventCodec codec;

    WireEvents(EventCodec codec) {
        this.codec = codec;
    }

    Event write(ServerFact fact) {
        WrittenEvent written = codec.write(fact.stream(), fact.event());
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(fact.message().toString())
                .setAggregateType(aggregate(StreamKind.of(fact.event())))
                .setAggregateIdentifier(fact.stream().toString())
                .setAggregateSequenceNumber(fact.version())
                .setTimestamp(fact.at().toEpochMilli())
                .setPayload(SerializedObject.newBuilder()
                        .setType(written.name())
                        .setRevision(Integer.toString(written.revision()))
                        .setData(ByteString.copyFromUtf8(written.payload())));
        new Provenance(fact.by(), fact.at())
                .asMetaData()
                .forEach((key, value) -> event.putMetaData(key, text((String) value)));
        TraceText.of(fact.trace()).forEach((key, value) -> event.putMetaData(key, text(value)));
        return event.build();
    }

    /** @throws UnreadableEvent for what Huhang of this version did not write */
    ServerFact read(Event event) {
        String name = event.getPayload().getType();
        int revision = revision(event);
        if (Stream.of(StreamKind.values()).map(WireEvents::aggregate).noneMatch(event.getAggregateType()::equals)) {
            throw new UnreadableEvent(
                    name, revision, "is of no aggregate of ours: this context must be Huhang's alone");
        }
        StreamId stream = read(event, () -> StreamId.of(event.getAggregateIdentifier()));
        Map<String, String> texts = texts(event);
        Provenance from = read(event, () -> Provenance.of(MetaData.from(texts)));
        Trace trace = read(event, () -> TraceText.read(texts));
        UUID message = read(event, () -> UUID.fromString(event.getMessageIdentifier()));
        WrittenEvent written =
                new WrittenEvent(name, revision, event.getPayload().getData().toStringUtf8());
        return new ServerFact(
                stream,
                event.getAggregateSequenceNumber(),
                from.at(),
                from.by(),
                codec.read(stream, written),
                trace,
                message);
    }

    /**
     * What sort of fact it is, without reading what it says.
     *
     * @throws UnreadableEvent for a name or revision that is not known
     */
    Class<? extends org.huhang.kernel.event.Event> type(Event event) {
        String name = event.getPayload().getType();
        int revision = revision(event);
        Class<? extends org.huhang.kernel.event.Event> type;
        try {
            type = EventCatalogue.named(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(name, revision, "is not known");
        }
        if (revision > EventCatalogue.revision(type)) {
            throw new UnreadableEvent(name, revision, "was written by a later version of Huhang");
        }
        return type;
    }

    /** When it was appended, by the clock of who did. */
    Instant at(Event event) {
        return read(event, () -> Provenance.of(MetaData.from(texts(event))).at());
    }

    /** Whether it is the first of its command. */
    boolean begins(Event event) {
        return read(event, () -> TraceText.read(texts(event))).begins();
    }

    private static int revision(Event event) {
        String revision = event.getPayload().getRevision();
        try {
            return Integer.parseInt(revision);
        } catch (NumberFormatException e) {
            throw new UnreadableEvent(
                    event.getPayload().getType(), 0, "has no revision: this context must be Huhang's alone");
        }
    }

    private static <T> T read(Event event, Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent(
                    event.getPayload().getType(),
                    revision(event),
                    "says not where it came from: " + e.getClass().getSimpleName());
        }
    }

    private static Map<String, String> texts(Event event) {
        Map<String, String> texts = new HashMap<>();
        event.getMetaDataMap().forEach((key, value) -> texts.put(key, value.getTextValue()));
        return texts;
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }

    private static String aggregate(StreamKind kind) {
        return switch (kind) {
            case CASE -> "ChildCase";
            case STAFF -> "Staff";
        };
    }
}
