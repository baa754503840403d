package org.huhang.app.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.command.api.openapi.ProblemCatalogue;
import org.huhang.command.api.openapi.RefusalResponses;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Commands list their refusals one by one; of everything else, the statuses that may come are shown. */
@Component
class QueryAnswers implements OperationCustomizer {

    /** Where a stream's text is described: the schema of what each of its events carries. */
    static final String EVENT_DATA = "x-event-data";

    private static final String EVENT_STREAM = "text/event-stream";
    private static final Set<Integer> OF_EVERY_QUERY = Set.of(400, 401, 403, 406, 429, 500, 503);

    private final RefusalResponses refusals;

    QueryAnswers(ProblemCatalogue problems) {
        this.refusals = new RefusalResponses(problems);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        refusals.addAny(statuses(operation), operation.getResponses());
        operation.getResponses().values().forEach(QueryAnswers::describeStream);
        return operation;
    }

    private static Set<Integer> statuses(Operation operation) {
        Set<Integer> statuses = new TreeSet<>(OF_EVERY_QUERY);
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (!parameters.isEmpty()) {
            statuses.add(422);
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            statuses.addAll(Set.of(404, 409));
        }
        if (parameters.stream().anyMatch(parameter -> "min-position".equals(parameter.getName()))) {
            statuses.add(504);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(413, 415, 422));
        }
        return statuses;
    }

    /** A stream is text; OpenAPI 3.1 has no word for what its events are made of. */
    private static void describeStream(ApiResponse response) {
        MediaType stream =
                response.getContent() == null ? null : response.getContent().get(EVENT_STREAM);
        if (stream != null && stream.getSchema() != null && stream.getSchema().get$ref() != null) {
            String reference = stream.getSchema().get$ref();
            Schema<?> text = Schemas.typed("string")
                    .description("Server-Sent Events; the data of each is one line of " + "JSON as "
                            + reference.substring(reference.lastIndexOf('/') + 1) + " describes it");
            text.addExtension(EVENT_DATA, Map.of("$ref", reference));
            stream.setSchema(text);
        }
    }
}
