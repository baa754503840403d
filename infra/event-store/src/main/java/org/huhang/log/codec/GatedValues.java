package org.huhang.log.codec;

import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.PersonalValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Makes a JSON mapper send every personal value through the gate. */
final class GatedValues {

    /** Which case's values these are, among the attributes of one reading or writing. */
    static final String CASE = "huhang.case";

    private GatedValues() {}

    static SimpleModule module(PersonalDataGate gate) {
        SimpleModule module = new SimpleModule("personal values");
        for (PersonalKind kind : PersonalKind.values()) {
            add(module, gate, kind, kind.type());
        }
        return module;
    }

    private static <V extends PersonalValue> void add(
            SimpleModule module, PersonalDataGate gate, PersonalKind kind, Class<V> type) {
        module.addSerializer(type, new Concealing<>(gate, type));
        module.addDeserializer(type, new Revealing<>(gate, kind, type));
    }

    private static final class Concealing<V extends PersonalValue> extends StdSerializer<V> {
        private final PersonalDataGate gate;

        Concealing(PersonalDataGate gate, Class<V> type) {
            super(type);
            this.gate = gate;
        }

        @Override
        public void serialize(V value, JsonGenerator out, SerializationContext context) {
            out.writeString(
                    gate.conceal((StreamId) context.getAttribute(CASE), PersonalKind.of(value), value.reveal()));
        }
    }

    private static final class Revealing<V extends PersonalValue> extends StdDeserializer<V> {
        private final PersonalDataGate gate;
        private final PersonalKind kind;
        private final Class<V> type;

        Revealing(PersonalDataGate gate, PersonalKind kind, Class<V> type) {
            super(type);
            this.gate = gate;
            this.kind = kind;
            this.type = type;
        }

        @Override
        public V deserialize(JsonParser in, DeserializationContext context) {
            return type.cast(
                    kind.restore(gate.reveal((StreamId) context.getAttribute(CASE), kind, in.getValueAsString())));
        }
    }
}
