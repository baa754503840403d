package org.huhang.app.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of a document's answers, closed: the document leaves room for members of a later version, and an answer of
 * this version may have none of them. Formats are asserted.
 */
final class AnswerSchemas {

    private static final String DOCUMENT = "https://huhang.invalid/openapi";

    /** Keywords by which a value is described from several sides; only all of them together say which members it has. */
    private static final Set<String> SIDES = Set.of("allOf", "anyOf", "oneOf");

    private final SchemaRegistry registry;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    AnswerSchemas(JsonNode document) {
        JsonNode closed = document.deepCopy();
        closed.path("components").path("schemas").forEach(schema -> close(schema, false));
        closed.path("paths")
                .forEach(path -> path.forEach(
                        operation -> operation.path("responses").forEach(response -> response.path("content")
                                .forEach(media -> closeRoot((ObjectNode) media)))));
        ObjectNode anyProblem = ((ObjectNode) closed).putObject("x-any-problem");
        anyProblem.put("$ref", "#/components/schemas/Problem");
        close(anyProblem, true);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, closed.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** By a reference: asked for by its address, each would bring a copy of the whole document with it. */
    Schema at(String pointer) {
        return known.computeIfAbsent(
                pointer,
                path -> registry.getSchema(
                        reference(DOCUMENT + "#" + path.replace("{", "%7B").replace("}", "%7D"))));
    }

    Schema problem() {
        return at("/x-any-problem");
    }

    /** Of a stream, what its events carry takes the place of its text. */
    private static void closeRoot(ObjectNode media) {
        JsonNode event = media.path("schema").path("x-event-data");
        if (event.isObject()) {
            media.set("schema", event);
        }
        close(media.path("schema"), true);
    }

    /** A discriminator names the one variant to look at, so that a validator need not try them all. */
    private static void chooseByName(ObjectNode schema) {
        if (!(schema.remove("discriminator") instanceof ObjectNode discriminator)) {
            return;
        }
        schema.remove("oneOf");
        String member = discriminator.path("propertyName").asString("");
        schema.putArray("required").add(member);
        ArrayNode words = schema.putObject("properties").putObject(member).putArray("enum");
        ArrayNode choices = schema.putArray("allOf");
        discriminator.path("mapping").properties().forEach(variant -> {
            words.add(variant.getKey());
            ObjectNode choice = choices.addObject();
            choice.putObject("if").putObject("properties").putObject(member).put("const", variant.getKey());
            choice.set("then", reference(variant.getValue().asString()));
        });
    }

    private static ObjectNode reference(String to) {
        return JsonNodeFactory.instance.objectNode().put("$ref", to);
    }

    /** @param whole whether the schema is all that is said of a value */
    private static void close(JsonNode schema, boolean whole) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.remove("example");
        chooseByName(object);
        object.path("properties").forEach(member -> close(member, true));
        close(object.path("items"), true);
        close(object.path("additionalProperties"), true);
        SIDES.forEach(side -> object.path(side).forEach(part -> close(part, false)));
        boolean mayBeObject = object.has("$ref")
                || object.has("properties")
                || SIDES.stream().anyMatch(object::has)
                || object.path("type").asString("").equals("object");
        if (whole && mayBeObject) {
            object.put("unevaluatedProperties", false);
        }
    }
}
