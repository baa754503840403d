package org.huhang.command.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huhang.command.api.json.CaseIdText;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CaseCommands;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.log.VersionTag;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Every command's way in over HTTP: the last step of the address names it, the body is its record. A new command needs
 * nothing here. Who could not read the answer is refused before anything is recorded. Hidden from the generated documents, where each command stands under its own address instead.
 */
@Hidden
@RestController
class CommandController {

    /** Position of the last fact recorded; give it to a query as {@code min-position} to read your own write. */
    static final String POSITION = "Huhang-Position";

    /** {@code true} where the answer is the one that the same key had before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final CaseCommands commands;
    private final InstantSource clock;

    CommandController(CaseCommands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The case does not exist yet, so {@code If-Match} has nothing to say and is not read. */
    @PostMapping(
            path = "/api/cases",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswer> register(
            @RequestBody(required = false) byte[] body, ServletWebRequest request, Actor actor, RequestId requestId) {
        Access.permit(actor, Act.REGISTER);
        CommandBody<Register> read = CommandBody.read(body, Register.class);
        Answer.Done done =
                send(CaseId.random(), read, Optional.empty(), OptionalLong.empty(), request, actor, requestId);
        return answer(ResponseEntity.created(URI.create("/api/cases/" + done.caseId())), done);
    }

    @PostMapping(
            path = CommandAddress.OF_A_CASE,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswer> command(
            @PathVariable("caseId") String caseId,
            @PathVariable("command") String command,
            @RequestBody(required = false) byte[] body,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Class<? extends CaseCommand> type = CommandCatalogue.named(command).orElseThrow();
        Access.permit(actor, Act.ofCommand(command));
        CaseId addressed = CaseIdText.read(caseId).orElseThrow(() -> new Refused(RefusalCode.CASE_NOT_FOUND));
        CommandBody<? extends CaseCommand> read = CommandBody.read(body, type);
        Answer.Done done = send(
                addressed,
                read,
                Optional.of(addressed),
                IfMatch.read(headers(request, HttpHeaders.IF_MATCH)),
                request,
                actor,
                requestId);
        return answer(ResponseEntity.ok(), done);
    }

    private Answer.Done send(
            CaseId caseId,
            CommandBody<? extends CaseCommand> body,
            Optional<CaseId> addressed,
            OptionalLong expectedVersion,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Attribution by = new Attribution(actor, requestId, Attribution.Channel.API, Optional.empty());
        Answer answer = commands.send(new CaseCommands.Request(
                caseId,
                body.command(),
                by,
                clock.instant(),
                expectedVersion,
                IdempotencyKeyHeader.read(
                        headers(request, IdempotencyKeyHeader.NAME), actor, () -> body.digest(addressed))));
        if (answer.again()) {
            request.getResponse().setHeader(REPLAYED, "true");
        }
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Declined declined -> throw new Refused(declined.refusal());
        };
    }

    private static List<String> headers(ServletWebRequest request, String name) {
        String[] given = request.getHeaderValues(name);
        return given == null ? List.of() : List.of(given);
    }

    private static ResponseEntity<CommandAnswer> answer(ResponseEntity.BodyBuilder response, Answer.Done done) {
        return response.eTag(VersionTag.of(done.version()))
                .header(POSITION, Long.toString(done.position()))
                .body(CommandAnswer.of(done));
    }
}
