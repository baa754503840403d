package org.huhang.app.security;

import org.huhang.app.security.revocation.RevokedTokens;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Asks of every good token, whoever issued it and however well it is remembered, whether it was revoked. */
final class UnrevokedTokens implements AuthenticationManager {

    private final AuthenticationManager check;
    private final RevokedTokens revoked;

    /** @param check gives an {@link ActorToken} for every token that is good */
    UnrevokedTokens(AuthenticationManager check, RevokedTokens revoked) {
        this.check = check;
        this.revoked = revoked;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        ActorToken good = (ActorToken) check.authenticate(request);
        Jwt token = good.getToken();
        if (token.getId() == null && LocalIssuer.NAME.equals(token.getClaimAsString("iss"))) {
            throw new InvalidBearerTokenException("A token of the local issuer has an id");
        }
        // Operators know an account by what the audit shows, which may not be what its provider calls the subject.
        if (revoked.has(token.getId(), token.getIssuedAt(), good.actor().id(), token.getSubject())) {
            throw new TokenRefused(Refusal.of(RefusalCode.TOKEN_REVOKED));
        }
        return good;
    }
}
