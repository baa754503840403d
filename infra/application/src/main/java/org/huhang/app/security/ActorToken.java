package org.huhang.app.security;

import java.util.Map;
import org.huhang.kernel.access.Actor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/** A checked token and who it is for. What that person may do is not the token's to say: see {@code Access}. */
final class ActorToken extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

    private final transient Actor actor;

    ActorToken(Jwt token, Actor actor) {
        super(token);
        this.actor = actor;
        setAuthenticated(true);
    }

    /** The same for another request: who authenticates may write into a token. */
    ActorToken again() {
        return new ActorToken(getToken(), actor);
    }

    Actor actor() {
        return actor;
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }

    @Override
    public String getName() {
        return actor.id();
    }
}
