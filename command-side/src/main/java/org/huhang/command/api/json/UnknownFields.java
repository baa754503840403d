package org.huhang.command.api.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        } else if (type instanceof Class<?> record
                && record.isRecord()
                && value.isObject()
                && !TextValues.isOne(record)) {
            walkRecord(path, value, record.getRecordComponents());
        }
    }

    private void walkRecord(String path, JsonNode object, RecordComponent[] components) {
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                found.add(unknown(JsonPath.join(path, JsonPath.shown(name)), name, known));
            }
        }
        for (RecordComponent component : components) {
            if (object.has(component.getName())) {
                walk(
                        JsonPath.join(path, component.getName()),
                        object.get(component.getName()),
                        component.getGenericType());
            }
        }
    }
}
