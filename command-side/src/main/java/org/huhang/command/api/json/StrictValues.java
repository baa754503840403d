package org.huhang.command.api.json;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Values for which the usual reader is too kind: it takes {@code [2025,2,28]} for a date and {@code 1-1-1-1-1} for an id. */
final class StrictValues extends SimpleModule {

    StrictValues() {
        super("strict-values");
        addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, "date", StrictValues::date));
        addDeserializer(CaseId.class, new FromText<>(CaseId.class, "uuid", StrictValues::caseId));
    }

    private static LocalDate date(String text) {
        return DateText.read(text).orElseThrow(() -> new Refused(RefusalCode.INVALID_DATE));
    }

    private static CaseId caseId(String text) {
        return CaseIdText.read(text)
                .orElseThrow(() -> new Refused(Refusal.of(RefusalCode.WRONG_TYPE, Map.of("expected", "uuid"))));
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final String expected;
        private final transient Function<String, T> reading;

        FromText(Class<T> type, String expected, Function<String, T> reading) {
            super(type);
            this.expected = expected;
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw new Refused(Refusal.of(RefusalCode.WRONG_TYPE, Map.of("expected", expected)));
            }
            return reading.apply(json.getString());
        }
    }
}
