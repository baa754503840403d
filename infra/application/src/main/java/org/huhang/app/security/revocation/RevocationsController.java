package org.huhang.app.security.revocation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huhang.command.api.json.StrictJson;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Limit;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For whoever runs the installation: tokens that are to be refused from now on, and who said so. Shows no child. */
@RestController
@RequestMapping("/api/revocations")
@Tag(name = "吊销令牌 · Revoked tokens", description = "不再接受的令牌 · Tokens that are refused from now on")
class RevocationsController {

    private static final String LIST = "revocations";

    private final RevocationJournal journal;
    private final RevokedTokens revoked;
    private final InstantSource clock;

    RevocationsController(RevocationJournal journal, RevokedTokens revoked, InstantSource clock) {
        this.journal = journal;
        this.revoked = revoked;
        this.clock = clock;
    }

    @Operation(operationId = "revoke-token", summary = "吊销一个令牌 · Revoke one token")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RevokeBody.OfToken.class)))
    @PostMapping(path = "/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
    Revocation revokeToken(
            Actor actor,
            RequestId requestId,
            @org.springframework.web.bind.annotation.RequestBody(required = false) byte[] body) {
        return revoke(actor, requestId, body, RevokeBody.OfToken.class);
    }

    @Operation(operationId = "revoke-subject", summary = "吊销一个账号的令牌 · Revoke the tokens of an account")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RevokeBody.OfSubject.class)))
    @PostMapping(path = "/subjects", consumes = MediaType.APPLICATION_JSON_VALUE)
    Revocation revokeSubject(
            Actor actor,
            RequestId requestId,
            @org.springframework.web.bind.annotation.RequestBody(required = false) byte[] body) {
        return revoke(actor, requestId, body, RevokeBody.OfSubject.class);
    }

    @Operation(operationId = "revocations", summary = "吊销列表,最新的在前 · Revocations, newest first, with who lifted them")
    @GetMapping
    RevocationsPage list(
            Actor actor,
            @FormOf(Form.CURSOR) @RequestParam(required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(required = false) String limit) {
        Access.permit(actor, Act.REVOKE_TOKENS);
        Limit rows = Limit.of(limit);
        AskedList list = AskedList.of(LIST, actor).list();
        long before = Cursor.read(list, 1, cursor).map(last -> last.number(0)).orElse(Long.MAX_VALUE);
        List<Revocation> found = journal.before(before, rows.plusOne());
        return RevocationsPage.of(found, rows, last -> Cursor.write(list, last.id()));
    }

    @Operation(
            operationId = "lift-revocation",
            summary = "解除吊销 · Lift a revocation; one that was lifted stays as it is")
    @PostMapping("/{id}/lift")
    Revocation lift(Actor actor, RequestId requestId, @PathVariable String id) {
        Access.permit(actor, Act.REVOKE_TOKENS);
        if (!id.matches("[0-9]{1,18}")) {
            throw new Refused(RefusalCode.REVOCATION_NOT_FOUND);
        }
        Revocation lifted = journal.lift(Long.parseLong(id), actor.id(), requestId.value())
                .orElseThrow(() -> new Refused(RefusalCode.REVOCATION_NOT_FOUND));
        revoked.look();
        return lifted;
    }

    private Revocation revoke(Actor actor, RequestId requestId, byte[] body, Class<? extends RevokeBody> type) {
        Access.permit(actor, Act.REVOKE_TOKENS);
        Revoke ask = StrictJson.read(StrictJson.tree(body == null ? new byte[0] : body), type)
                .revoke();
        if (ask.until().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new Refused(Refusal.at("until", RefusalCode.PERIOD_REVERSED));
        }
        if (ask.keepsOut(namesOf(actor), clock.instant())) {
            throw new Refused(RefusalCode.REVOCATION_OF_YOURSELF);
        }
        Revocation kept = journal.revoke(ask, actor.id(), requestId.value());
        revoked.look();
        return kept;
    }

    /** As the audit shows the account, and as its provider may call it otherwise. */
    private static Set<String> namesOf(Actor actor) {
        Set<String> names = new HashSet<>(Set.of(actor.id()));
        if (SecurityContextHolder.getContext().getAuthentication()
                        instanceof AbstractOAuth2TokenAuthenticationToken<?> held
                && held.getToken() instanceof Jwt token
                && token.getSubject() != null) {
            names.add(token.getSubject());
        }
        return names;
    }
}
