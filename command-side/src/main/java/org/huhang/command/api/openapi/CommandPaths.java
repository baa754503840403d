package org.huhang.command.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.kernel.stream.StreamKind;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts every command into the API documents under its own address, with its typed body and all its refusals, although one
 * controller serves them all. Read from the catalogue, so a new command is there by itself.
 */
@Component
class CommandPaths implements GlobalOpenApiCustomizer {

    private final RefusalResponses refusals;

    CommandPaths(ProblemCatalogue problems) {
        this.refusals = new RefusalResponses(problems);
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.components(new Components());
        }
        if (document.getPaths() == null) {
            document.paths(new Paths());
        }
        CommandParts.describe(document.getComponents());
        CommandCatalogue.families().stream().map(CommandPaths::tag).forEach(document::addTagsItem);
        BodySchemas bodies = new BodySchemas(document.getComponents());
        for (Class<? extends Command> command : CommandCatalogue.all()) {
            document.getPaths()
                    .computeIfAbsent(CommandAddress.of(command), _ -> new PathItem())
                    .setPost(operation(command, bodies));
        }
    }

    private Operation operation(Class<? extends Command> command, BodySchemas bodies) {
        String name = CommandCatalogue.name(command);
        ApiResponses responses = new ApiResponses();
        boolean begins = CommandCatalogue.begins(command);
        StreamKind kind = CommandCatalogue.kind(command);
        responses.addApiResponse(begins ? "201" : "200", CommandParts.done(kind, begins));
        refusals.add(CommandRefusals.of(command), responses);

        Operation operation = new Operation()
                .operationId(name)
                .addTagsItem(tag(family(command)).getName())
                .summary(CommandSummaries.of(command))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(bodies.of(command)))))
                .responses(responses);
        if (!begins) {
            operation.addParametersItem(CommandParts.id(kind)).addParametersItem(CommandParts.ifMatch());
        }
        return operation.addParametersItem(CommandParts.idempotencyKey());
    }

    private static Tag tag(Class<?> family) {
        return new Tag().name(CommandSummaries.name(family)).description(CommandSummaries.about(family));
    }

    private static Class<?> family(Class<? extends Command> command) {
        return command.getEnclosingClass();
    }
}
