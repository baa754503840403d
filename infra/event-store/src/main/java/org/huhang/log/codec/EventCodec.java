package org.huhang.log.codec;

import java.util.function.ToIntFunction;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts to their written form and back. Personal values pass the gate and no other way. */
public final class EventCodec {

    private final JsonMapper json;
    private final ObjectReader attributions;
    private final Upcasters upcasters;
    private final ToIntFunction<Class<? extends Event>> revisions;

    public EventCodec(PersonalDataGate gate, Upcasters upcasters) {
        this(gate, upcasters, EventCatalogue::revision);
    }

    /** @param revisions today's of each event; those of the catalogue, but where the reading of older ones is tried out */
    EventCodec(PersonalDataGate gate, Upcasters upcasters, ToIntFunction<Class<? extends Event>> revisions) {
        this.json = LogJson.mapper(gate);
        // It says by itself what it cannot do without; older facts lack what it has gained since.
        this.attributions =
                json.readerFor(Attribution.class).without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        this.upcasters = upcasters;
        this.revisions = revisions;
    }

    public WrittenEvent write(StreamId stream, Event event) {
        Class<? extends Event> type = event.getClass();
        return new WrittenEvent(
                EventCatalogue.name(type),
                revisions.applyAsInt(type),
                json.writer().withAttribute(GatedValues.CASE, stream).writeValueAsString(event));
    }

    /** @throws UnreadableEvent when no class, upcaster or field fits what is written */
    public Event read(StreamId stream, WrittenEvent written) {
        try {
            Class<? extends Event> type = EventCatalogue.named(written.name());
            int today = revisions.applyAsInt(type);
            String payload = written.revision() == today ? written.payload() : lifted(written, today);
            return json.readerFor(type).withAttribute(GatedValues.CASE, stream).readValue(payload);
        } catch (JacksonException | IllegalArgumentException e) {
            // The cause may quote a personal value, so only its kind is passed on.
            throw new UnreadableEvent(
                    written.name(),
                    written.revision(),
                    "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    public String write(Attribution by) {
        return json.writeValueAsString(by);
    }

    public Attribution readAttribution(String written) {
        return attributions.readValue(written);
    }

    private String lifted(WrittenEvent written, int today) {
        ObjectNode payload = json.readValue(written.payload(), ObjectNode.class);
        return json.writeValueAsString(upcasters.lift(written.name(), written.revision(), today, payload));
    }
}
