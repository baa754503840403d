package org.huhang.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token's signature once and takes its word for a minute, never beyond its expiry: the check costs more than most
 * commands. A key that the provider withdraws works for up to that minute longer.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final int LONGEST_TOKEN = 8_192;

    private final JwtDecoder check;
    private final InstantSource clock;
    private final Cache<String, Jwt> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    RememberedTokens(JwtDecoder check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = checked.getIfPresent(token);
        if (known != null && stillValid(known)) {
            return known;
        }
        Jwt jwt = check.decode(token);
        if (token.length() <= LONGEST_TOKEN) {
            checked.put(token, jwt);
        }
        return jwt;
    }

    /** At its very end a token is checked again, so that the tolerance for clocks is applied in one place only. */
    private boolean stillValid(Jwt token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
