package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** Refusals as responses: one a status. */
public final class RefusalResponses {

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    private final ProblemCatalogue problems;

    public RefusalResponses(ProblemCatalogue problems) {
        this.problems = problems;
    }

    /** With the codes that may stand in each, and what each says. */
    void add(Set<RefusalCode> codes, ApiResponses responses) {
        Map<Integer, List<RefusalCode>> byStatus =
                codes.stream().collect(Collectors.groupingBy(problems::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, these) -> responses.addApiResponse(
                Integer.toString(status), response(status, sentences(these), narrowedTo(these))));
    }

    /** With any code. Where a status is documented already it is left as it is. */
    public void addAny(Set<Integer> statuses, ApiResponses responses) {
        for (int status : new TreeSet<>(statuses)) {
            String title =
                    problems.title(status, Locale.SIMPLIFIED_CHINESE) + " · " + problems.title(status, Locale.ENGLISH);
            responses.putIfAbsent(Integer.toString(status), response(status, title, problem()));
        }
        responses.putIfAbsent(
                "default", new ApiResponse().description("未能办理 · Refused").content(content(problem())));
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

    private static ApiResponse response(int status, String description, Schema<?> schema) {
        ApiResponse response = new ApiResponse().description(description).content(content(schema));
        return switch (status) {
            case 401 ->
                response.addHeaderObject("WWW-Authenticate", header("Bearer, and what is wrong with the token"));
            case 405 -> response.addHeaderObject("Allow", header("The methods of this address"));
            case 429, 503 -> response.addHeaderObject("Retry-After", header("Seconds after which to ask again"));
            default -> response;
        };
    }

    private static Header header(String description) {
        return new Header().required(true).description(description).schema(typed("string"));
    }

    private static Content content(Schema<?> schema) {
        return new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    }

    private static Schema<?> problem() {
        return new Schema<>().$ref("#/components/schemas/" + PROBLEM);
    }

    private static Schema<?> narrowedTo(List<RefusalCode> codes) {
        Schema<Object> code = new Schema<>();
        code.addType("string");
        code.setEnum(codes.stream().map(name -> (Object) name.name()).toList());
        Schema<?> narrowed = typed("object");
        narrowed.addProperty("code", code);
        narrowed.required(List.of("code"));
        return new Schema<>().allOf(List.of(problem(), narrowed));
    }

    /** The two schemas every refusal refers to. */
    public void describe(Components components) {
        Schema<?> error = typed("object");
        parameters(error);
        error.addProperty(
                "field",
                text(
                        "Path into the request, e.g. identity.documents[0].number; where what is on file stands in the way, into"
                                + " the case addressed, as it is read"));
        error.addProperty("code", text("Stable; switch on it"));
        error.addProperty("detail", text("Sentence in the language of Accept-Language"));
        error.required(List.of("field", "code", "detail"));
        components.addSchemas(FIELD_ERROR, error);

        Schema<?> errors = typed("array");
        errors.items(new Schema<>().$ref("#/components/schemas/" + FIELD_ERROR));
        Schema<?> problem = typed("object");
        problem.description("RFC 9457. Beside the members that are always there, errors and a refusal's own parameters,"
                + " e.g. the successors of a division, stand where they have something to say.");
        parameters(problem);
        problem.addProperty("type", text("/problems/ and the code").format("uri-reference"));
        problem.addProperty("title", text("What sort of no it is"));
        problem.addProperty("status", typed("integer"));
        problem.addProperty(
                "detail", text("Sentence in the language of Accept-Language; zh-CN unless English is asked for"));
        problem.addProperty("code", text("Stable; switch on it"));
        problem.addProperty(
                "errors",
                errors.maxItems(Refusal.MOST_ERRORS)
                        .description("All fields at fault, in the order of the request. Of faults of several sorts the"
                                + " most basic gives code and status: what cannot be read (400) before what cannot be"
                                + " right (422) before what the case does not allow (409)"));
        problem.addProperty(
                "moreErrors", text("How many more are at fault than errors names, where those are not all"));
        problem.addProperty(
                "requestId",
                text(
                        "The server's own name for the request, also in the answer's X-Request-Id, in the audit and in the logs"));
        problem.required(List.of("type", "title", "status", "detail", "code", "requestId"));
        components.addSchemas(PROBLEM, problem);
    }

    private void parameters(Schema<?> schema) {
        problems.parameters().forEach(name -> schema.addProperty(name, text("What the sentence calls {" + name + "}")));
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> text(String description) {
        return typed("string").description(description);
    }
}
