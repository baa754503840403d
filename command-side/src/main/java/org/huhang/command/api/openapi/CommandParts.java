package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.huhang.command.api.CommandAddress;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.value.CaseId;

/** What the documents say alike of every command: its parameters and its answer. */
final class CommandParts {

    private static final String OF_A_CASE = "CommandAnswer";
    private static final String OF_STAFF = "StaffAnswer";

    private CommandParts() {}

    static Parameter id(StreamKind kind) {
        return new PathParameter()
                .name(CommandAddress.idOf(kind))
                .required(true)
                .schema(ValueSchemas.all().get(CaseId.class));
    }

    static Parameter ifMatch() {
        return new HeaderParameter()
                .name("If-Match")
                .description("Version last seen, as its ETag gave it, or as a compressing proxy changed"
                        + " that: W/\"7\", \"7-gzip\". Another version now: 412.")
                .schema(typed("string").example("\"7\""));
    }

    static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .description("Same key and body: what was carried out is answered as before, with"
                        + " Idempotency-Replayed: true, and has no second effect. A refusal is not kept: with the same"
                        + " key the command is decided anew, so a queue may send it until it is carried out. Same key,"
                        + " another body, after it was carried out: 422.")
                .schema(typed("string").pattern("^[\\x21-\\x7e]{1,255}$").maxLength(255));
    }

    static ApiResponse done(StreamKind kind, boolean begins) {
        ApiResponse response = new ApiResponse()
                .description("Recorded, and on disk.")
                .content(new Content()
                        .addMediaType(
                                "application/json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + answer(kind)))))
                .addHeaderObject("ETag", header("Its version now, in quotes"))
                .addHeaderObject(
                        "Idempotency-Replayed",
                        header("true where this is the answer that the same Idempotency-Key had before;"
                                        + " absent otherwise")
                                .required(false))
                .addHeaderObject(
                        "Huhang-Position", header("Give it to a query as min-position to read your own write"));
        return begins ? response.addHeaderObject("Location", header("Its address")) : response;
    }

    static void describe(Components components) {
        for (StreamKind kind : StreamKind.values()) {
            components.addSchemas(answer(kind), described(kind));
        }
    }

    private static String answer(StreamKind kind) {
        return switch (kind) {
            case CASE -> OF_A_CASE;
            case STAFF -> OF_STAFF;
        };
    }

    private static Schema<?> described(StreamKind kind) {
        Schema<?> events = typed("array");
        events.items(typed("string"));
        Schema<?> answer = typed("object");
        answer.addProperty(CommandAddress.idOf(kind), ValueSchemas.all().get(CaseId.class));
        answer.addProperty("version", typed("integer").format("int64"));
        answer.addProperty("position", typed("integer").format("int64"));
        answer.addProperty("events", events.description("Names of the facts recorded, in order"));
        List<String> required = new ArrayList<>(List.of(CommandAddress.idOf(kind), "version", "position", "events"));
        if (kind == StreamKind.CASE) {
            Schema<?> caseIds = typed("array");
            caseIds.items(ValueSchemas.all().get(CaseId.class));
            answer.addProperty(
                    "possibleDuplicates",
                    caseIds.description(
                            "After a registration or a reopening: other cases, of those you may know of, that"
                                    + " may be of the same child. None that is closed as registered in error"));
            required.add("possibleDuplicates");
        }
        answer.required(required);
        return answer;
    }

    private static Header header(String description) {
        return new Header().required(true).description(description).schema(typed("string"));
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        return schema;
    }
}
