package org.huhang.query.fact;

import org.huhang.kernel.event.Event;
import org.huhang.kernel.value.PersonalValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Turns facts and documents into JSON trees for a reader who may see them: personal values stand there in the clear. */
public final class Revealing {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .addModule(new SimpleModule().addSerializer(new InTheClear()))
            .build();

    private Revealing() {}

    public static JsonNode content(Event event) {
        return MAPPER.valueToTree(event);
    }

    /** @param document as a view shows it */
    public static JsonNode tree(Record document) {
        return MAPPER.valueToTree(document);
    }

    private static final class InTheClear extends StdSerializer<PersonalValue> {

        private InTheClear() {
            super(PersonalValue.class);
        }

        @Override
        public void serialize(PersonalValue value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.reveal());
        }
    }
}
