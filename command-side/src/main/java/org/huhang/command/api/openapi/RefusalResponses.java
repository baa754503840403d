package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.RefusalCode;

/** Refusals as responses: one a status, with the codes that may stand in it and what each says. */
final class RefusalResponses {

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    private final ProblemCatalogue problems;

    RefusalResponses(ProblemCatalogue problems) {
        this.problems = problems;
    }

    void add(Set<RefusalCode> codes, ApiResponses responses) {
        Map<Integer, List<RefusalCode>> byStatus =
                codes.stream().collect(Collectors.groupingBy(problems::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, these) -> responses.addApiResponse(
                Integer.toString(status),
                new ApiResponse().description(sentences(these)).content(content(these))));
    }

    private String sentences(List<RefusalCode> codes) {
        return codes.stream()
                .map(code -> "- `%s` %s %s"
                        .formatted(
                                code,
                                problems.sentence(code, Locale.SIMPLIFIED_CHINESE),
                                problems.sentence(code, Locale.ENGLISH)))
                .collect(Collectors.joining("\n"));
    }

    private static Content content(List<RefusalCode> codes) {
        Schema<Object> code = new Schema<>();
        code.addType("string");
        code.setEnum(codes.stream().map(name -> (Object) name.name()).toList());
        Schema<?> narrowed = new Schema<>();
        narrowed.addProperty("code", code);
        Schema<?> schema = new Schema<>();
        schema.addAllOfItem(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        schema.addAllOfItem(narrowed);
        return new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    }

    /** The two schemas every refusal refers to. */
    static void describe(Components components) {
        Schema<?> error = object();
        error.addProperty("field", text("Path into the request, e.g. identity.documents[0].number"));
        error.addProperty("code", text("Stable; switch on it"));
        error.addProperty("detail", text("Sentence in the language of Accept-Language"));
        error.required(List.of("field", "code", "detail"));
        components.addSchemas(FIELD_ERROR, error);

        Schema<?> errors = new Schema<>();
        errors.addType("array");
        errors.items(new Schema<>().$ref("#/components/schemas/" + FIELD_ERROR));
        Schema<?> status = new Schema<>();
        status.addType("integer");
        Schema<?> problem = object();
        problem.description(
                "RFC 9457. A refusal's own parameters, e.g. the successor of a division, stand beside these.");
        problem.addProperty("type", text("/problems/ and the code").format("uri-reference"));
        problem.addProperty("title", text("What sort of no it is"));
        problem.addProperty("status", status);
        problem.addProperty(
                "detail", text("Sentence in the language of Accept-Language; zh-CN unless English is asked for"));
        problem.addProperty("code", text("Stable; switch on it"));
        problem.addProperty("errors", errors.description("The fields at fault, in the order of the request"));
        problem.addProperty(
                "requestId",
                text(
                        "The server's own name for the request, also in the answer's X-Request-Id, in the audit and in the logs"));
        problem.required(List.of("type", "title", "status", "detail", "code", "requestId"));
        components.addSchemas(PROBLEM, problem);
    }

    private static Schema<?> object() {
        Schema<?> schema = new Schema<>();
        schema.addType("object");
        return schema;
    }

    private static Schema<?> text(String description) {
        Schema<?> schema = new Schema<>();
        schema.addType("string");
        return schema.description(description);
    }
}
