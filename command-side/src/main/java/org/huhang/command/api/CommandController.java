package org.huhang.command.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.huhang.command.api.json.StreamIdText;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.log.VersionTag;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
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

    private final CommandGateway commands;
    private final InstantSource clock;

    CommandController(CommandGateway commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/cases",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswer> register(
            @RequestBody(required = false) byte[] body, ServletWebRequest request, Actor actor, RequestId requestId) {
        Answer.Done done = begin(StreamKind.CASE, body, request, actor, requestId);
        return answer(ResponseEntity.created(address(StreamKind.CASE, done)), done)
                .body(CommandAnswer.of(done));
    }

    @PostMapping(
            path = CommandAddress.OF_A_CASE,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CommandAnswer> toACase(
            @PathVariable("id") String caseId,
            @PathVariable("command") String command,
            @RequestBody(required = false) byte[] body,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Answer.Done done = command(StreamKind.CASE, caseId, command, body, request, actor, requestId);
        return answer(ResponseEntity.ok(), done).body(CommandAnswer.of(done));
    }

    @PostMapping(
            path = "/api/staff",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StaffAnswer> appoint(
            @RequestBody(required = false) byte[] body, ServletWebRequest request, Actor actor, RequestId requestId) {
        Answer.Done done = begin(StreamKind.STAFF, body, request, actor, requestId);
        return answer(ResponseEntity.created(address(StreamKind.STAFF, done)), done)
                .body(StaffAnswer.of(done));
    }

    @PostMapping(
            path = CommandAddress.OF_STAFF,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StaffAnswer> toStaff(
            @PathVariable("id") String staffId,
            @PathVariable("command") String command,
            @RequestBody(required = false) byte[] body,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Answer.Done done = command(StreamKind.STAFF, staffId, command, body, request, actor, requestId);
        return answer(ResponseEntity.ok(), done).body(StaffAnswer.of(done));
    }

    /** The aggregate does not exist yet, so {@code If-Match} has nothing to say and is not read. */
    private Answer.Done begin(
            StreamKind kind, byte[] body, ServletWebRequest request, Actor actor, RequestId requestId) {
        Class<? extends Command> type = CommandCatalogue.beginning(kind);
        Access.permit(actor, Act.ofCommand(CommandCatalogue.name(type)));
        return send(
                StreamId.of(UUID.randomUUID()),
                CommandBody.read(body, type),
                Optional.empty(),
                OptionalLong.empty(),
                request,
                actor,
                requestId);
    }

    private Answer.Done command(
            StreamKind kind,
            String id,
            String command,
            byte[] body,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Class<? extends Command> type = CommandCatalogue.named(command).orElseThrow();
        Access.permit(actor, Act.ofCommand(command));
        StreamId addressed = StreamIdText.read(id).orElseThrow(() -> new Refused(kind.notFound()));
        return send(
                addressed,
                CommandBody.read(body, type),
                Optional.of(addressed),
                IfMatch.read(headers(request, HttpHeaders.IF_MATCH)),
                request,
                actor,
                requestId);
    }

    private static URI address(StreamKind kind, Answer.Done done) {
        return URI.create(CommandAddress.all(kind) + "/" + done.stream());
    }

    private Answer.Done send(
            StreamId stream,
            CommandBody<? extends Command> body,
            Optional<StreamId> addressed,
            OptionalLong expectedVersion,
            ServletWebRequest request,
            Actor actor,
            RequestId requestId) {
        Attribution by = new Attribution(actor, requestId, Attribution.Channel.API, Optional.empty());
        Answer answer = commands.send(new CommandGateway.Request(
                stream,
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

    private static ResponseEntity.BodyBuilder answer(ResponseEntity.BodyBuilder response, Answer.Done done) {
        return response.eTag(VersionTag.of(done.version())).header(POSITION, Long.toString(done.position()));
    }
}
