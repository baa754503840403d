package org.huhang.log.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.huhang.command.axon.Provenance;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.EventCodec;
import org.huhang.log.UnreadableEvent;
import org.huhang.log.WrittenEvent;

/**
 * Facts to the events of Axon Server and back: by name and revision, in the log's own JSON, who and when beside it as plain
 * text. Personal values pass the gate of the codec; nothing personal is beside them.
 */
final class WireEvents {

    private static final String AGGREGATE = "ChildCase";

    private final EventCodec codec;

    WireEvents(EventCodec codec) {
        this.codec = codec;
    }

    Event write(ServerFact fact) {
        WrittenEvent written = codec.write(fact.caseId(), fact.event());
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(fact.message().toString())
                .setAggregateType(AGGREGATE)
                .setAggregateIdentifier(fact.caseId().toString())
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
        if (!event.getAggregateType().equals(AGGREGATE)) {
            throw new UnreadableEvent(name, revision, "is not of a case: this context must be Huhang's alone");
        }
        CaseId caseId;
        Provenance from;
        Trace trace;
        UUID message;
        try {
            caseId = CaseId.of(event.getAggregateIdentifier());
            Map<String, String> texts = texts(event);
            from = Provenance.of(MetaData.from(texts));
            trace = TraceText.read(texts);
            message = UUID.fromString(event.getMessageIdentifier());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent(
                    name, revision, "says not where it came from: " + e.getClass().getSimpleName());
        }
        WrittenEvent written =
                new WrittenEvent(name, revision, event.getPayload().getData().toStringUtf8());
        return new ServerFact(
                caseId,
                event.getAggregateSequenceNumber(),
                from.at(),
                from.by(),
                codec.read(caseId, written),
                trace,
                message);
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

    private static Map<String, String> texts(Event event) {
        Map<String, String> texts = new HashMap<>();
        event.getMetaDataMap().forEach((key, value) -> texts.put(key, value.getTextValue()));
        return texts;
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }
}
