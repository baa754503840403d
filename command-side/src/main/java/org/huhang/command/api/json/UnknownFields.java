package org.huhang.command.api.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields a record does not have, before it is built: a mistyped name would otherwise be reported as the field it
 * was meant to be, missing.
 */
final class UnknownFields {

    /** The fields of a record by name, in their order; empty for what is no record, or one written as one text. */
    private static final ClassValue<Optional<Map<String, Type>>> FIELDS = new ClassValue<>() {
        @Override
        protected Optional<Map<String, Type>> computeValue(Class<?> type) {
            if (!type.isRecord() || TextValues.isOne(type)) {
                return Optional.empty();
            }
            Map<String, Type> fields = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                fields.put(component.getName(), component.getGenericType());
            }
            return Optional.of(fields);
        }
    };

    private final List<FieldError> found = new ArrayList<>();

    private UnknownFields() {}

    /** @throws Refused {@code UNKNOWN_FIELD} with all of them and the known names that come near */
    static void refuse(JsonNode tree, Class<?> type) {
        UnknownFields fields = new UnknownFields();
        fields.walk("", tree, type);
        if (!fields.found.isEmpty()) {
            throw new Refused(new Refusal(RefusalCode.UNKNOWN_FIELD, Map.of(), fields.found));
        }
    }

    static FieldError unknown(String path, String given, List<String> known) {
        List<String> nearest = NearestNames.to(given, known);
        return new FieldError(
                path,
                RefusalCode.UNKNOWN_FIELD,
                nearest.isEmpty()
                        ? Map.of("known", String.join(", ", known))
                        : Map.of("nearest", String.join(", ", nearest)));
    }

    private void walk(String path, JsonNode value, Type type) {
        if (type instanceof ParameterizedType container) {
            Type content = container.getActualTypeArguments()[0];
            if (value.isArray()) {
                for (int index = 0; index < value.size(); index++) {
                    walk(path + "[" + index + "]", value.get(index), content);
                }
            } else {
                walk(path, value, content);
            }
        } else if (type instanceof Class<?> plain && value.isObject()) {
            FIELDS.get(plain).ifPresent(fields -> walkRecord(path, value, fields));
        }
    }

    private void walkRecord(String path, JsonNode object, Map<String, Type> fields) {
        object.properties().forEach(field -> {
            String name = field.getKey();
            Type type = fields.get(name);
            if (type == null) {
                List<String> known = List.copyOf(fields.keySet());
                found.add(unknown(JsonPath.join(path, JsonPath.shown(name)), name, known));
            } else {
                walk(JsonPath.join(path, name), field.getValue(), type);
            }
        });
    }
}
