package org.huhang.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A value that a schema of a request allows. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;
    private final Dice dice;
    private final Sense sense;

    Values(JsonNode document, Dice dice, Sense sense) {
        this.document = document;
        this.dice = dice;
        this.sense = sense;
    }

    JsonNode of(JsonNode given) {
        JsonNode schema = resolved(given);
        if (schema.has("enum")) {
            return dice.one(List.copyOf(schema.path("enum").values()));
        }
        return switch (schema.path("type").asString("string")) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> JSON.booleanNode(dice.chance(0.7));
            case "integer", "number" -> JSON.numberNode(dice.below(100));
            default -> JSON.stringNode(text(schema));
        };
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asString("").substring(1)) : schema;
    }

    private ObjectNode object(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || dice.chance(0.5)) {
                object.set(member.getKey(), member(member.getKey(), member.getValue()));
            }
        });
        return object;
    }

    private JsonNode member(String name, JsonNode schema) {
        if (resolved(schema).path("type").asString("").equals("array")
                && sense.member(name).isPresent()) {
            return JSON.arrayNode().add(sense.member(name).orElseThrow());
        }
        Optional<String> sensible =
                resolved(schema).path("type").asString("").equals("string") ? sense.member(name) : Optional.empty();
        return sensible.filter(value -> allowed(schema, value))
                .<JsonNode>map(JSON::stringNode)
                .orElseGet(() -> of(schema));
    }

    /** The same name may stand for something else elsewhere. */
    private boolean allowed(JsonNode schema, String value) {
        JsonNode words = resolved(schema).path("enum");
        return words.isMissingNode()
                || words.valueStream().anyMatch(word -> word.asString("").equals(value));
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        int size = dice.between(schema.path("minItems").asInt(1), 2);
        for (int i = 0; i < size; i++) {
            JsonNode item = of(schema.path("items"));
            if (!array.values().contains(item)) {
                array.add(item);
            }
        }
        return array;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> Sense.today().minusDays(dice.below(30)).toString();
            case "uuid" -> UUID.randomUUID().toString();
            default ->
                dice.words(Math.max(
                        schema.path("minLength").asInt(1),
                        Math.min(schema.path("maxLength").asInt(12), dice.between(2, 12))));
        };
    }
}
