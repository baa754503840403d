package org.huhang.app.contract;

import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The OpenAPI document as what every answer must fit: its status, content type, headers and body, with every member that
 * is required and none that is not documented. What is at no documented address answers with a problem.
 */
public final class Contract {

    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final String EVENT_STREAM = "text/event-stream";

    /** Headers that a client acts on: none of them may come undocumented. */
    private static final Set<String> HEADERS_OF_THE_CONTRACT =
            Set.of("etag", "location", "huhang-position", "retry-after");

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final Addresses addresses;
    private final AnswerSchemas schemas;

    public Contract(JsonNode document) {
        this.document = document;
        this.addresses = new Addresses(document.path("paths"));
        this.schemas = new AnswerSchemas(document);
    }

    public JsonNode document() {
        return document;
    }

    boolean hasAddress(String path) {
        return addresses.templateOf(path).isPresent();
    }

    Optional<String> templateOf(String path) {
        return addresses.templateOf(path);
    }

    /** What of an answer is not as documented; empty for one that is. */
    public List<String> faults(Exchange answer) {
        if (Addresses.isPage(answer.path()) || answer.method().equals("OPTIONS")) {
            return List.of();
        }
        Optional<String> template = addresses.templateOf(answer.path());
        String method = answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
        JsonNode operation = template.map(
                        path -> document.path("paths").path(path).path(method))
                .orElse(MissingNode.getInstance());
        if (operation.isMissingNode()) {
            return ofNoOperation(answer);
        }
        JsonNode responses = operation.path("responses");
        String status = Integer.toString(answer.status());
        String documented = responses.has(status) ? status : "default";
        if (!responses.has(documented) || answer.status() < 400 && documented.equals("default")) {
            return List.of("status " + status + " is not documented");
        }
        String pointer = "/paths/" + escaped(template.orElseThrow()) + "/" + method + "/responses/" + documented;
        List<String> faults = new ArrayList<>(headers(responses.path(documented).path("headers"), answer));
        faults.addAll(content(responses.path(documented).path("content"), pointer, answer));
        return faults;
    }

    private List<String> ofNoOperation(Exchange answer) {
        if (answer.status() < 400) {
            return List.of("no such operation is documented, yet it answers " + answer.status());
        }
        if (!answer.mediaType().equals(PROBLEM_TYPE)) {
            return List.of("no such operation is documented, and the answer is no problem but " + answer.mediaType());
        }
        return answer.method().equals("HEAD") ? List.of() : body(schemas.problem(), answer.body());
    }

    private List<String> headers(JsonNode documented, Exchange answer) {
        List<String> faults = new ArrayList<>();
        documented.propertyNames().forEach(name -> {
            if (documented.path(name).path("required").asBoolean(false)
                    && answer.header(name).isEmpty()) {
                faults.add("header " + name + " is missing");
            }
        });
        Set<String> names = documented.propertyNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        HEADERS_OF_THE_CONTRACT.stream()
                .filter(name -> answer.header(name).isPresent() && !names.contains(name))
                .forEach(name -> faults.add("header " + name + " is not documented"));
        return faults;
    }

    private List<String> content(JsonNode documented, String pointer, Exchange answer) {
        if (answer.method().equals("HEAD")) {
            return List.of();
        }
        if (documented.isMissingNode() || documented.isEmpty()) {
            return answer.body().isEmpty() ? List.of() : List.of("there is a body, and none is documented");
        }
        Optional<String> type = documented.propertyNames().stream()
                .filter(name -> name.split(";")[0].equals(answer.mediaType()))
                .findFirst();
        if (type.isEmpty()) {
            return List.of("content type " + answer.mediaType() + " is not documented, but "
                    + String.join(", ", documented.propertyNames()));
        }
        String schema = pointer + "/content/" + escaped(type.get()) + "/schema";
        if (answer.mediaType().equals(EVENT_STREAM)) {
            Schema event = schemas.at(schema);
            return data(answer.body())
                    .flatMap(text -> body(event, text).stream())
                    .toList();
        }
        return answer.mediaType().endsWith("json") ? body(schemas.at(schema), answer.body()) : List.of();
    }

    private static Stream<String> data(String stream) {
        return stream.lines().filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()));
    }

    private static List<String> body(Schema schema, String text) {
        try {
            return schema.validate(JSON.readTree(text)).stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .distinct()
                    .toList();
        } catch (JacksonException notJson) {
            return List.of("the body is no JSON");
        }
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
