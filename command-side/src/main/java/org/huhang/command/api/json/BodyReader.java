package org.huhang.command.api.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import tools.jackson.databind.JsonNode;

/**
 * Builds a record from a body, from its innermost values outwards, and notes every fault where it stands instead of giving
 * up at the first. In the order of the request; what an object lacks comes after what it holds. A fault tells where it is
 * and of which kind, never what was written there.
 */
final class BodyReader {

    /** No record has near as many; an object with more is not looked into. */
    static final int MOST_FIELDS = 100;

    private final List<FieldError> faults = new ArrayList<>();

    private BodyReader() {}

    /** @throws Refused with all faults there are */
    static Object read(JsonNode body, Shape.Fields shape) {
        BodyReader reader = new BodyReader();
        Object read = reader.fields("", body, shape);
        if (!reader.faults.isEmpty()) {
            throw new Refused(Refusal.of(reader.faults));
        }
        return read;
    }

    /** @return what the shape's absence is read as, with the fault noted, where nothing better can be made of it */
    private Object value(String path, JsonNode value, Shape shape) {
        if (value.isNull()) {
            return shape.absent();
        }
        return switch (shape) {
            case Shape.Text text -> text(path, value, text);
            case Shape.Choice choice -> choice(path, value, choice);
            case Shape.Flag _ -> value.isBoolean() ? value.booleanValue() : wrongType(path, "boolean");
            case Shape.Maybe(Shape content) -> Optional.ofNullable(value(path, value, content));
            case Shape.Several several -> several(path, value, several);
            case Shape.Fields fields -> fields(path, value, fields);
        };
    }

    private Object text(String path, JsonNode value, Shape.Text text) {
        if (!value.isString()) {
            return wrongType(path, text.expected());
        }
        try {
            return text.reading().apply(value.stringValue());
        } catch (Refused no) {
            return fault(path, no.refusal().code(), no.refusal().parameters());
        }
    }

    private Object choice(String path, JsonNode value, Shape.Choice choice) {
        String name = value.isString() ? value.stringValue() : "";
        for (Enum<?> option : choice.options()) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        String allowed = choice.options().stream().map(Enum::name).collect(Collectors.joining(", "));
        return fault(path, RefusalCode.VALUE_NOT_ALLOWED, Map.of("allowed", allowed));
    }

    private Object several(String path, JsonNode value, Shape.Several several) {
        if (!value.isArray()) {
            return wrongType(path, "array");
        }
        if (value.size() > several.most()) {
            return fault(path, RefusalCode.TOO_MANY_ITEMS, most(several.most()));
        }
        List<Object> items = new ArrayList<>(value.size());
        for (int index = 0; index < value.size(); index++) {
            String at = path + "[" + index + "]";
            items.add(
                    value.get(index).isNull()
                            ? fault(at, RefusalCode.MISSING_FIELD, Map.of())
                            : value(at, value.get(index), several.item()));
        }
        return several.distinct()
                ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
                : Collections.unmodifiableList(items);
    }

    private Object fields(String path, JsonNode value, Shape.Fields shape) {
        if (!value.isObject()) {
            return wrongType(path, "object");
        }
        if (value.size() > MOST_FIELDS) {
            return fault(path, RefusalCode.TOO_MANY_FIELDS, most(MOST_FIELDS));
        }
        Map<String, Object> values = new HashMap<>();
        Set<String> faulty = new HashSet<>();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String name = field.getKey();
            Shape expected = shape.byName().get(name);
            if (expected == null) {
                unknown(JsonPath.join(path, JsonPath.shown(name)), name, shape);
                continue;
            }
            int before = faults.size();
            values.put(name, value(JsonPath.join(path, name), field.getValue(), expected));
            if (faults.size() > before) {
                faulty.add(name);
            }
        }
        return built(path, shape, values, faulty);
    }

    /** What is at fault is given to the record as if it were absent, so that it asks for all that is missing beside it. */
    private Object built(String path, Shape.Fields shape, Map<String, Object> values, Set<String> faulty) {
        Object[] given = shape.byName().entrySet().stream()
                .map(field -> faulty.contains(field.getKey())
                        ? field.getValue().absent()
                        : values.getOrDefault(field.getKey(), field.getValue().absent()))
                .toArray();
        try {
            Object record = shape.build(given);
            if (faulty.isEmpty()) {
                add(path, shape.check().apply(record), faulty);
            }
            return record;
        } catch (Refused no) {
            add(path, no.refusal().errors(), faulty);
            return no.refusal().errors().isEmpty() && faulty.isEmpty()
                    ? fault(path, no.refusal().code(), no.refusal().parameters())
                    : null;
        }
    }

    private void add(String path, List<FieldError> errors, Set<String> known) {
        errors.stream()
                .filter(error -> !known.contains(error.field().split("[.\\[]", 2)[0]))
                .forEach(error -> fault(JsonPath.join(path, error.field()), error.code(), error.parameters()));
    }

    private void unknown(String path, String given, Shape.Fields shape) {
        List<String> known = List.copyOf(shape.byName().keySet());
        List<String> nearest = NearestNames.to(given, known);
        fault(
                path,
                RefusalCode.UNKNOWN_FIELD,
                nearest.isEmpty()
                        ? Map.of("known", String.join(", ", known))
                        : Map.of("nearest", String.join(", ", nearest)));
    }

    /** Of the whole body there is nothing else to say. */
    private Object fault(String path, RefusalCode code, Map<String, String> parameters) {
        if (path.isEmpty()) {
            throw new Refused(Refusal.of(code, parameters));
        }
        faults.add(new FieldError(path, code, parameters));
        return null;
    }

    private Object wrongType(String path, String expected) {
        return fault(path, RefusalCode.WRONG_TYPE, Map.of("expected", expected));
    }

    private static Map<String, String> most(int count) {
        return Map.of("most", Integer.toString(count));
    }
}
