package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.huhang.app.security.revocation.RevokedTokens;
import org.huhang.app.testing.RunningApplication;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Tokens of a provider, whose accounts are known by the actor in the audit and by the provider's own subject. */
class UnrevokedTokensTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final BearerTokenAuthenticationToken SENT = new BearerTokenAuthenticationToken("x");

    @ParameterizedTest
    @CsvSource({
        "tokens, tokenId, jti-1, jti-1, sub-1, actor-1",
        "subjects, subject, sub-2, jti-2, sub-2, actor-2",
        "subjects, subject, actor-3, jti-3, sub-3, actor-3",
        // Such as a provider may leave out.
        "subjects, subject, actor-4,, sub-4, actor-4"
    })
    void a_providers_token_is_refused_by(String kind, String field, String value, String id, String sub, String actor) {
        UnrevokedTokens tokens = new UnrevokedTokens(_ -> good(id, sub, actor), APPLICATION.bean(RevokedTokens.class));
        assertThat(tokens.authenticate(SENT).getName()).isEqualTo(actor);

        assertThat(APPLICATION
                        .post(
                                "/api/revocations/" + kind,
                                APPLICATION.token(Role.OPERATOR, "000000"),
                                "{\"" + field + "\": \"" + value + "\"}")
                        .status())
                .isEqualTo(200);

        assertThatThrownBy(() -> tokens.authenticate(SENT))
                .isInstanceOfSatisfying(
                        TokenRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.TOKEN_REVOKED));
    }

    private static ActorToken good(String id, String sub, String actor) {
        Jwt.Builder token = Jwt.withTokenValue("x")
                .header("alg", "RS256")
                .issuer("https://provider.example.org")
                .subject(sub)
                .expiresAt(Instant.now().plusSeconds(300));
        if (id != null) {
            token.jti(id);
        }
        return new ActorToken(token.build(), new Actor(actor, Role.INSPECTOR, Jurisdiction.NATION));
    }
}
