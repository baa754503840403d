package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huhang.app.database.DataFolder;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest {

    private static final String ANYWHERE = "/api/no-such-place";
    private static final RunningApplication APPLICATION = RunningApplication.shared();

    /** Without this one all the others could be refused for the same wrong reason. */
    @Test
    void a_token_as_it_should_be_is_let_in() throws Exception {
        assertThat(APPLICATION.get(ANYWHERE, signed(_ -> {})).code()).isEqualTo("NO_SUCH_ADDRESS");
        assertThat(APPLICATION
                        .get(ANYWHERE, APPLICATION.token(Role.INSPECTOR, "330000"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobody_is_let_in_without_a_token() {
        Answer answer = APPLICATION.send(APPLICATION.request(ANYWHERE).GET());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    record BadToken(String why, String token) {
        @Override
        public String toString() {
            return why;
        }
    }

    static Stream<BadToken> bad() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_256).generate();
        byte[] publicKey = issuer().toECPublicKey().getEncoded();
        return Stream.of(
                new BadToken("expired", signed(claims -> claims.expirationTime(ago(120)))),
                new BadToken("without an end", signed(claims -> claims.expirationTime(null))),
                new BadToken("not yet valid", signed(claims -> claims.notBeforeTime(ago(-3600)))),
                new BadToken("for another audience", signed(claims -> claims.audience("another"))),
                new BadToken("for no audience", signed(claims -> claims.audience((String) null))),
                new BadToken("of another issuer", signed(claims -> claims.issuer("https://example.org"))),
                new BadToken("of no issuer", signed(claims -> claims.issuer(null))),
                new BadToken("of another key", signed(JWSAlgorithm.ES256, new ECDSASigner(stranger), good().build())),
                new BadToken(
                        "signed with the public key as a secret",
                        signed(JWSAlgorithm.HS256, new MACSigner(publicKey), good().build())),
                new BadToken("alg none", new PlainJWT(good().build()).serialize()),
                new BadToken("without a role", signed(claims -> claims.claim("huhang_role", null))),
                new BadToken("with an unknown role", signed(claims -> claims.claim("huhang_role", "EMPEROR"))),
                new BadToken("in the system's own role", signed(claims -> claims.claim("huhang_role", "SYSTEM"))),
                new BadToken(
                        "with several roles",
                        signed(claims -> claims.claim("huhang_role", List.of("INSPECTOR", "ANALYST")))),
                new BadToken("an ID token", signed(claims -> claims.claim("nonce", "n-0S6_WzA2Mj"))),
                new BadToken("without a division", signed(claims -> claims.claim("huhang_division", null))),
                new BadToken("with a blank division", signed(claims -> claims.claim("huhang_division", ""))),
                new BadToken("with a short zero as division", signed(claims -> claims.claim("huhang_division", "0"))),
                new BadToken("with no division's code", signed(claims -> claims.claim("huhang_division", "9901091"))),
                new BadToken("of the local issuer and without an id", signed(claims -> claims.jwtID(null))),
                new BadToken("without an account", signed(claims -> claims.subject(null))),
                new BadToken("with its end cut off", signed(_ -> {}).substring(0, 120)),
                // Not hexadecimal: it must not be found in the request id by chance.
                new BadToken("not a token at all", "xyz"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_token_is_refused_that_is(BadToken bad) {
        Answer answer = APPLICATION.get(ANYWHERE, bad.token());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain(bad.token());
    }

    @Test
    void documents_and_health_are_open() {
        assertThat(APPLICATION
                        .send(APPLICATION.request("/health").GET())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
        for (String probe : List.of("/health/readiness", "/health/liveness")) {
            Answer answer = APPLICATION.send(APPLICATION.request(probe));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertThat(APPLICATION.send(APPLICATION.request("/openapi").GET()).status())
                .isEqualTo(200);
        assertThat(APPLICATION.send(APPLICATION.request("/docs").GET()).status())
                .isEqualTo(302);
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> but) throws ParseException, JOSEException {
        JWTClaimsSet.Builder claims = good();
        but.accept(claims);
        return signed(JWSAlgorithm.ES256, new ECDSASigner(issuer()), claims.build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(LocalIssuer.NAME)
                .jwtID("token-of-a-test")
                .audience("huhang")
                .subject("inspector-1")
                .expirationTime(ago(-3600))
                .claim("huhang_role", "INSPECTOR")
                .claim("huhang_division", "000000");
    }

    private static Date ago(long seconds) {
        return Date.from(Instant.now().minusSeconds(seconds));
    }

    private static ECKey issuer() throws ParseException {
        return ECKey.parse(APPLICATION.bean(DataFolder.class).secret("issuer.jwk", () -> ""));
    }
}
