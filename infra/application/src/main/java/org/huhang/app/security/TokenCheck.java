package org.huhang.app.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.app.HuhangProperties;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Whether a token is one of the issuer's access tokens for Huhang. Keys are asked for last: a token that is none, or none
 * of the issuer's, or out of time, costs nobody a question.
 */
final class TokenCheck implements JwtDecoder {

    /** What RFC 9068 calls an access token; and how providers name one that do not follow it. */
    private static final Set<String> ACCESS_TOKEN = Set.of("at+jwt", "application/at+jwt");

    private static final Set<String> JWT_OF_ANY_SORT = Set.of("at+jwt", "application/at+jwt", "jwt");

    /** OpenID Connect Core 1.0 puts these into ID tokens only. */
    private static final Set<String> ONLY_IN_ID_TOKENS = Set.of("at_hash", "c_hash", "s_hash", "nonce");

    /** What providers write into tokens for other purposes than asking a service. */
    private static final Set<String> OTHER_PURPOSES = Set.of("id", "refresh", "offline", "logout");

    private final String issuer;
    private final HuhangProperties.Security settings;
    private final JWKSource<SecurityContext> keys;
    private final RefusedTokens refused;
    private final InstantSource clock;
    private final NimbusJwtDecoder signature;

    /** @param issuer its claim {@code iss}; a slash at its end counts for nothing */
    TokenCheck(
            String issuer,
            JWKSource<SecurityContext> keys,
            SignatureAlgorithm algorithm,
            HuhangProperties.Security settings,
            RefusedTokens refused,
            InstantSource clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.keys = keys;
        this.refused = refused;
        this.clock = clock;
        this.signature = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(algorithm)
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((type, context) -> {}))
                .build();
        // All claims are looked at here, the same for every issuer.
        signature.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
    }

    /** @throws JwtException that is no {@link BadJwtException} where the keys cannot be had */
    @Override
    public Jwt decode(String token) {
        SignedJWT signed = parsed(token);
        JWTClaimsSet claims = claims(signed);
        checkHeader(signed);
        checkIssuer(claims);
        checkTime(claims);
        checkKey(signed);
        Jwt good = checkedSignature(token);
        checkPurpose(claims);
        checkAudience(claims);
        return good;
    }

    private SignedJWT parsed(String token) {
        try {
            return switch (JWTParser.parse(token)) {
                case SignedJWT signed -> signed;
                case JWT other -> throw bad(Check.FORM, "a signed JWT", "one that is not signed");
            };
        } catch (ParseException | IllegalArgumentException e) {
            throw bad(Check.FORM, "a signed JWT", "something else");
        }
    }

    private JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw bad(Check.FORM, "claims as RFC 7519 writes them", "others");
        }
    }

    private void checkHeader(SignedJWT token) {
        String algorithm = token.getHeader().getAlgorithm().getName();
        if (!algorithm.equals(settings.algorithm())) {
            throw bad(
                    Check.ALGORITHM,
                    settings.algorithm() + ", as huhang.security.algorithm says",
                    RefusedTokens.named(algorithm));
        }
        boolean demanded = settings.onlyAccessTokenType();
        String type = token.getHeader().getType() == null
                ? null
                : token.getHeader().getType().getType();
        Set<String> taken = demanded ? ACCESS_TOKEN : JWT_OF_ANY_SORT;
        if (type == null ? demanded : !taken.contains(type.toLowerCase(Locale.ROOT))) {
            throw bad(
                    Check.TYPE,
                    demanded ? "at+jwt, as huhang.security.token-type says" : "at+jwt, JWT or nothing",
                    RefusedTokens.named(type));
        }
    }

    private void checkIssuer(JWTClaimsSet claims) {
        String named = claims.getIssuer();
        if (named == null || !withoutSlash(named).equals(withoutSlash(issuer))) {
            throw bad(Check.ISSUER, issuer, RefusedTokens.named(named));
        }
    }

    private void checkTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Instant end = instant(claims.getExpirationTime()).orElse(Instant.MIN);
        Instant beginning = instant(claims.getNotBeforeTime()).orElse(Instant.MIN);
        if (!now.minus(settings.clockSkew()).isBefore(end)
                || now.plus(settings.clockSkew()).isBefore(beginning)) {
            throw bad(
                    Check.TIME,
                    "now, " + now + ", in between them, give or take huhang.security.clock-skew",
                    "exp " + told(claims.getExpirationTime()) + ", nbf " + told(claims.getNotBeforeTime()));
        }
    }

    private void checkKey(SignedJWT token) {
        try {
            if (keys.get(new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())), null)
                    .isEmpty()) {
                throw bad(
                        Check.KEY,
                        "one for " + settings.algorithm(),
                        token.getHeader().getKeyID() == null
                                ? "no kid, and no key for that"
                                : "a kid that is not known");
            }
        } catch (KeySourceException none) {
            throw new JwtException("The keys cannot be had: the provider " + none.getMessage(), none);
        }
    }

    private Jwt checkedSignature(String token) {
        try {
            return signature.decode(token);
        } catch (JwtException wrong) {
            throw bad(Check.SIGNATURE, "that of the key it names", "another");
        }
    }

    private void checkPurpose(JWTClaimsSet claims) {
        Optional<String> mark = ONLY_IN_ID_TOKENS.stream()
                .filter(claims.getClaims()::containsKey)
                .sorted()
                .findFirst()
                .map(claim -> "the claim " + claim + ", which only ID tokens have")
                .or(() -> Stream.of("typ", "token_use")
                        .filter(claim -> claims.getClaim(claim) instanceof String purpose
                                && OTHER_PURPOSES.contains(purpose.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .map(claim -> "the claim " + claim + " \"" + claims.getClaim(claim) + "\""));
        if (mark.isPresent()) {
            throw bad(Check.ID_TOKEN, "an access token, not an ID token or another", mark.get());
        }
    }

    private void checkAudience(JWTClaimsSet claims) {
        if (!claims.getAudience().contains(settings.audience())) {
            throw bad(
                    Check.AUDIENCE,
                    settings.audience() + ", as huhang.security.audience says",
                    RefusedTokens.named(claims.getClaim("aud")) + "; "
                            + RefusedTokens.names(claims.getClaims().keySet()));
        }
    }

    /** The caller learns nothing of it. */
    private BadJwtException bad(Check check, String expected, String found) {
        refused.refused(check, expected, found);
        return new BadJwtException("The token " + check.finding());
    }

    private static String told(Date time) {
        return time == null ? "missing" : time.toInstant().toString();
    }

    private static Optional<Instant> instant(Date time) {
        return Optional.ofNullable(time).map(Date::toInstant);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
