package org.huhang.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Finds a request's token, checks it once and takes its word for a minute, never beyond its expiry: the check costs more
 * than most commands. A key that the provider withdraws works for up to that minute longer.
 */
final class RememberedTokens implements AuthenticationConverter, AuthenticationManager {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final int LONGEST_TOKEN = 8_192;
    private static final String SCHEME = "Bearer ";

    private final AuthenticationConverter find = new BearerTokenAuthenticationConverter();
    private final AuthenticationManager check;
    private final InstantSource clock;
    private final Supplier<?> tables;
    private final Cache<String, Known> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /** @param tables by which it was found what the token's office answers for */
    private record Known(ActorToken token, Object tables) {}

    /**
     * @param check gives an {@link ActorToken} for every token that is good
     * @param tables those in force; under other ones than before every token is checked again
     */
    RememberedTokens(AuthenticationManager check, InstantSource clock, Supplier<?> tables) {
        this.check = check;
        this.clock = clock;
        this.tables = tables;
    }

    /** The token as it was sent; how one is written needs no second look at one that was good a moment ago. */
    @Override
    public Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME)) {
            String token = header.substring(SCHEME.length());
            if (remembered(token).isPresent()) {
                return new BearerTokenAuthenticationToken(token);
            }
        }
        return find.convert(request);
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        return remembered(token).map(ActorToken::again).orElseGet(() -> {
            Object before = tables.get();
            ActorToken good = (ActorToken) check.authenticate(request);
            if (token.length() <= LONGEST_TOKEN) {
                checked.put(token, new Known(good.again(), before));
            }
            return good;
        });
    }

    /** At its very end a token is checked again, so that the tolerance for clocks is applied in one place only. */
    private Optional<ActorToken> remembered(String token) {
        return Optional.ofNullable(checked.getIfPresent(token))
                .filter(known -> known.tables() == tables.get())
                .map(Known::token)
                .filter(known -> stillValid(known.getToken().getExpiresAt()));
    }

    private boolean stillValid(Instant expiry) {
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
