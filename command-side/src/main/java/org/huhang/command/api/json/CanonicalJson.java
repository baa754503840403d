package org.huhang.command.api.json;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One text for all ways of writing the same JSON value: fields by name, no white space. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(JsonNode value) {
        return sorted(value).toString();
    }

    private static JsonNode sorted(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> {
                TreeMap<String, JsonNode> fields = new TreeMap<>();
                object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
                yield new ObjectNode(JsonNodeFactory.instance, fields);
            }
            case ArrayNode array -> {
                ArrayNode items = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> items.add(sorted(item)));
                yield items;
            }
            default -> value;
        };
    }
}
