package org.huhang.command.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huhang.command.api.json.StrictJson;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Everything a body may hold has a bound, the documents say it, and whatever goes beyond it is refused where it does. */
class BodyCapsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Components COMPONENTS = new Components();

    /** A part in a command's body, e.g. {@code identity.documents[0]}. */
    private record Part(String path, Schema<?> schema) {}

    static Stream<Class<? extends Command>> commands() {
        return CommandCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothing_in_a_body_is_without_bounds(Class<? extends Command> command) {
        assertThat(parts(command))
                .hasSizeGreaterThan(1)
                .filteredOn(part -> unbounded(part.schema))
                .isEmpty();
    }

    @Test
    void a_list_and_a_text_without_bounds_would_be_found() {
        assertThat(unbounded(typed("array"))).isTrue();
        assertThat(unbounded(typed("string"))).isTrue();
        assertThat(unbounded(typed("object"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_body_that_keeps_to_its_bounds_is_read(Class<? extends Command> command) {
        assertThat(refused(command, sample(command))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void what_goes_beyond_its_bounds_is_refused_where_it_does(Class<? extends Command> command) {
        for (Part part : parts(command)) {
            ObjectNode body = sample(command);
            JsonNode sent = at(body, part.path);
            switch (type(part.schema)) {
                case "array" -> {
                    ArrayNode list = (ArrayNode) sent;
                    while (list.size() <= part.schema.getMaxItems()) {
                        list.add(list.get(0));
                    }
                    assertThat(refused(command, body)).containsExactly(part.path + " TOO_MANY_ITEMS");
                }
                case "object" -> {
                    ((ObjectNode) sent).put("noSuchField", 1);
                    String path = part.path.isEmpty() ? "noSuchField" : part.path + ".noSuchField";
                    assertThat(refused(command, body)).containsExactly(path + " UNKNOWN_FIELD");
                }
                case "string" -> {
                    String text = beyond(part.schema);
                    put(body, part.path, text);
                    assertThat(refused(command, body)).hasSize(1).allMatch(fault -> fault.startsWith(part.path + " "));
                }
                case "boolean" -> {
                    put(body, part.path, "true");
                    assertThat(refused(command, body)).containsExactly(part.path + " WRONG_TYPE");
                }
                default -> throw new AssertionError(part + " is of a type that no body has");
            }
        }
    }

    @Test
    void the_same_place_is_refused_with_the_longest_there_may_be() {
        ObjectNode body = sample(CommandCatalogue.named("record-visit").orElseThrow());
        body.put("seen", "字".repeat(4001));

        assertThat(refusal(CommandCatalogue.named("record-visit").orElseThrow(), body)
                        .errors())
                .containsExactly(new FieldError("seen", RefusalCode.TEXT_TOO_LONG, Map.of("longest", "4000")));
    }

    private static List<String> refused(Class<? extends Command> command, JsonNode body) {
        Refusal refusal = refusal(command, body);
        return refusal == null
                ? List.of()
                : refusal.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList();
    }

    private static Refusal refusal(Class<? extends Command> command, JsonNode body) {
        byte[] sent = body.toString().getBytes(StandardCharsets.UTF_8);
        Refused no = catchThrowableOfType(Refused.class, () -> StrictJson.read(StrictJson.tree(sent), command));
        return no == null ? null : no.refusal();
    }

    private static boolean unbounded(Schema<?> schema) {
        return switch (type(schema)) {
            case "array" -> schema.getMaxItems() == null;
            case "object" -> !Boolean.FALSE.equals(schema.getAdditionalProperties());
            case "string" ->
                schema.getMaxLength() == null
                        && schema.getPattern() == null
                        && schema.getEnum() == null
                        && schema.getFormat() == null;
            default -> false;
        };
    }

    private static String beyond(Schema<?> schema) {
        return schema.getMaxLength() == null ? "no such value" : "字".repeat(schema.getMaxLength() + 1);
    }

    private static List<Part> parts(Class<? extends Command> command) {
        List<Part> parts = new ArrayList<>();
        gather("", schema(command), parts);
        return parts;
    }

    private static void gather(String path, Schema<?> schema, List<Part> parts) {
        Schema<?> whole = resolved(schema);
        parts.add(new Part(path, whole));
        if (whole.getItems() != null) {
            gather(path + "[0]", whole.getItems(), parts);
        }
        if (whole.getProperties() != null) {
            whole.getProperties()
                    .forEach((name, inner) -> gather(path.isEmpty() ? name : path + "." + name, inner, parts));
        }
    }

    private static ObjectNode sample(Class<? extends Command> command) {
        return (ObjectNode) sample(schema(command));
    }

    private static JsonNode sample(Schema<?> schema) {
        Schema<?> whole = resolved(schema);
        return switch (type(whole)) {
            case "array" -> NODES.arrayNode().add(sample(whole.getItems()));
            case "object" -> {
                ObjectNode object = NODES.objectNode();
                whole.getProperties().forEach((name, inner) -> object.set(name, sample(inner)));
                yield object;
            }
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(whole));
        };
    }

    private static String text(Schema<?> schema) {
        if (schema.getEnum() != null) {
            return String.valueOf(schema.getEnum().getLast());
        }
        if ("uuid".equals(schema.getFormat())) {
            return "0b1f8b1e-5d0c-4a6e-9f5b-1f3c5d7e9a0b";
        }
        return schema.getExample() == null ? "A123456789" : String.valueOf(schema.getExample());
    }

    private static JsonNode at(JsonNode body, String path) {
        return path.isEmpty() ? body : body.at("/" + path.replace(".", "/").replaceAll("\\[(\\d+)]", "/$1"));
    }

    private static void put(JsonNode body, String path, String text) {
        if (path.endsWith("[0]")) {
            ((ArrayNode) at(body, path.substring(0, path.length() - 3))).set(0, NODES.stringNode(text));
            return;
        }
        int dot = path.lastIndexOf('.');
        ((ObjectNode) at(body, dot < 0 ? "" : path.substring(0, dot))).put(path.substring(dot + 1), text);
    }

    private static Schema<?> schema(Class<? extends Command> command) {
        return new BodySchemas(COMPONENTS).of(command);
    }

    private static Schema<?> resolved(Schema<?> schema) {
        return schema.get$ref() == null
                ? schema
                : COMPONENTS.getSchemas().get(schema.get$ref().replace("#/components/schemas/", ""));
    }

    private static String type(Schema<?> schema) {
        return schema.getTypes().iterator().next();
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
