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
import java.util.LinkedHashMap;
import java.util.Map;
import org.huhang.command.api.CommandAddress;
import org.huhang.command.area.file.FileCommand;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.guardianship.GuardianshipCommand;
import org.huhang.command.area.keycare.KeyCareCommand;
import org.huhang.command.area.screening.ScreeningCommand;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts every command into the API documents under its own address, with its typed body and all its refusals, although one
 * controller serves them all. Read from the catalogue, so a new command is there by itself.
 */
@Component
class CommandPaths implements GlobalOpenApiCustomizer {

    private static final Map<Class<?>, Tag> FAMILIES = new LinkedHashMap<>();

    static {
        family(
                FileCommand.class,
                "登记与档案 · Registration and file",
                "建档、变更、合并和结案 · Opening, changing, merging and closing a case");
        family(
                ScreeningCommand.class,
                "摸排 · Screening",
                "流动、留守的认定与终止 · Finding and ending migrant and left-behind status");
        family(
                KeyCareCommand.class,
                "重点关爱 · Key care",
                "列入、调整、移出和走访探视 · Listing, reassessing, delisting and home visits");
        family(
                GuardianshipCommand.class,
                "监护 · Guardianship",
                "监护缺失、临时监护和长期监护 · Lapse, temporary care and long-term guardianship");
    }

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
        FAMILIES.values().forEach(document::addTagsItem);
        BodySchemas bodies = new BodySchemas(document.getComponents());
        for (Class<? extends CaseCommand> command : CommandCatalogue.all()) {
            document.getPaths()
                    .addPathItem(CommandAddress.of(command), new PathItem().post(operation(command, bodies)));
        }
    }

    private static void family(Class<? extends CaseCommand> commands, String name, String description) {
        FAMILIES.put(commands, new Tag().name(name).description(description));
    }

    private Operation operation(Class<? extends CaseCommand> command, BodySchemas bodies) {
        String name = CommandCatalogue.name(command);
        ApiResponses responses = new ApiResponses();
        boolean registers = command == Register.class;
        responses.addApiResponse(registers ? "201" : "200", CommandParts.done(registers));
        refusals.add(CommandRefusals.of(command), responses);

        Operation operation = new Operation()
                .operationId(name)
                .addTagsItem(tag(command).getName())
                .summary(CommandSummaries.both(name))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(bodies.of(command)))))
                .responses(responses);
        if (!registers) {
            operation.addParametersItem(CommandParts.caseId()).addParametersItem(CommandParts.ifMatch());
        }
        return operation.addParametersItem(CommandParts.idempotencyKey());
    }

    /** By the sealed family a command belongs to. */
    private static Tag tag(Class<? extends CaseCommand> command) {
        return FAMILIES.get(command.getEnclosingClass());
    }
}
