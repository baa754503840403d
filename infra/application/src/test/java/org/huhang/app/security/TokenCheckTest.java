package org.huhang.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huhang.app.HuhangProperties;
import org.huhang.app.security.provider.StandInProvider;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.division.PublishedDivisions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Which tokens are good, and what the operator reads of those that are not. */
@ExtendWith(OutputCaptureExtension.class)
class TokenCheckTest {

    private static final StandInProvider PROVIDER = new StandInProvider();
    private static final String PERSON = "zhang.xiaohua@example.org";

    private final AtomicInteger questions = new AtomicInteger();
    private Instant now = Instant.now();

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    record Misfit(String line, String token, boolean known) {
        @Override
        public String toString() {
            return line;
        }
    }

    static Stream<Misfit> misfits() {
        return Stream.of(
                locally("is no signed JWT. Expected: a signed JWT. Found: something else", "xyz"),
                locally(
                        "is no signed JWT. Expected: a signed JWT. Found: one that is not signed",
                        new PlainJWT(new JWTClaimsSet.Builder()
                                        .issuer(PROVIDER.address())
                                        .build())
                                .serialize()),
                locally(
                        "is of another issuer (claim iss). Expected: " + PROVIDER.address()
                                + ". Found: http://localhost:8080/realm",
                        PROVIDER.token(claims -> claims.issuer("http://localhost:8080/realm"))),
                locally(
                        "is of another issuer (claim iss). Expected: " + PROVIDER.address() + ". Found: a text of ",
                        PROVIDER.token(claims -> claims.issuer("two\nlines"))),
                locally(
                        "is not valid now (claims exp and nbf)",
                        PROVIDER.token(claims -> claims.expirationTime(in(Duration.ofSeconds(-60))))),
                locally("Found: exp missing, nbf missing", PROVIDER.token(claims -> claims.expirationTime(null))),
                locally(
                        "is not valid now (claims exp and nbf)",
                        PROVIDER.token(claims -> claims.notBeforeTime(in(Duration.ofMinutes(2))))),
                locally(
                        "has the wrong type (header typ). Expected: at+jwt, JWT or nothing. Found: logout+jwt",
                        PROVIDER.token(new JOSEObjectType("logout+jwt"), PROVIDER.key(), _ -> {})),
                byKey(
                        "names no key of the provider's (header kid). Expected: one for ES256. Found: a kid that is not",
                        PROVIDER.token(JOSEObjectType.JWT, StandInProvider.newKey(), _ -> {})),
                byKey("has a wrong signature", altered(PROVIDER.token(_ -> {}))),
                byKey(
                        "is for another audience (claim aud). Expected: huhang, as huhang.security.audience says. Found:"
                                + " account, portal; claims there are aud, exp, huhang_division",
                        PROVIDER.token(claims -> claims.audience(List.of("account", "portal")))),
                // What a lightweight token of Keycloak's is left with.
                byKey("Found: nothing; claims there are exp, iss, jti, sub", PROVIDER.token(claims -> claims.audience(
                                (String) null)
                        .claim("huhang_role", null)
                        .claim("huhang_division", null))),
                byKey("Found: the claim typ \"ID\"", PROVIDER.token(claims -> claims.claim("typ", "ID"))),
                byKey("Found: the claim typ \"Refresh\"", PROVIDER.token(claims -> claims.claim("typ", "Refresh"))),
                byKey("Found: the claim at_hash", PROVIDER.token(claims -> claims.claim("at_hash", "x"))),
                byKey("Found: the claim c_hash", PROVIDER.token(claims -> claims.claim("c_hash", "x"))),
                byKey("Found: the claim nonce", PROVIDER.token(claims -> claims.claim("nonce", "x"))));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void a_misfit_is_refused_and_the_operator_reads_why(Misfit misfit, CapturedOutput output) {
        String token = misfit.token();

        assertThatThrownBy(() -> check("any").decode(token))
                .isInstanceOf(BadJwtException.class)
                .hasMessageNotContaining("account");

        assertThat(output).contains("A token was refused: it ", misfit.line()).doesNotContain(token, "officer-1");
        assertThat(questions).as("keys asked for").hasValueGreaterThanOrEqualTo(misfit.known() ? 1 : 0);
        if (!misfit.known()) {
            assertThat(questions).hasValue(0);
        }
    }

    @Test
    void a_token_of_another_algorithm_asks_for_no_key(CapturedOutput output) {
        TokenCheck check = new TokenCheck(
                PROVIDER.address(), keys(), SignatureAlgorithm.RS256, settings("any", "RS256"), refused(), this::now);

        assertThatThrownBy(() -> check.decode(PROVIDER.token(_ -> {}))).isInstanceOf(BadJwtException.class);

        assertThat(questions).hasValue(0);
        assertThat(output)
                .contains("has the wrong algorithm (header alg). Expected: RS256, as huhang.security.algorithm says."
                        + " Found: ES256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "application/at+jwt", "AT+JWT"})
    void one_that_says_it_is_an_access_token_is_always_taken(String type) {
        String token = PROVIDER.token(new JOSEObjectType(type), PROVIDER.key(), _ -> {});

        assertThat(check("any").decode(token).getSubject()).isEqualTo("officer-1");
        assertThat(check("at+jwt").decode(token).getSubject()).isEqualTo("officer-1");
    }

    @Test
    void one_that_does_not_say_so_is_taken_unless_it_has_to() {
        for (JOSEObjectType type : new JOSEObjectType[] {JOSEObjectType.JWT, null}) {
            String token = PROVIDER.token(type, PROVIDER.key(), _ -> {});
            assertThat(check("any").decode(token).getSubject()).isEqualTo("officer-1");
            assertThatThrownBy(() -> check("at+jwt").decode(token)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void a_slash_at_the_end_of_an_issuer_counts_for_nothing() {
        String token = PROVIDER.token(claims -> claims.issuer(PROVIDER.address() + "/"));

        assertThat(check("any").decode(token).getSubject()).isEqualTo("officer-1");
    }

    @Test
    void clocks_may_differ_a_little() {
        String token = PROVIDER.token(
                claims -> claims.expirationTime(in(Duration.ofSeconds(-20))).notBeforeTime(in(Duration.ofSeconds(20))));

        assertThat(check("any").decode(token).getSubject()).isEqualTo("officer-1");
    }

    @Test
    void each_check_says_one_line_a_minute_and_counts_the_rest(CapturedOutput output) {
        RefusedTokens refused = refused();
        for (int more = 0; more < 1_000; more++) {
            refused.refused(Check.AUDIENCE, "huhang", "account");
            refused.refused(Check.ROLE, "a role", "nothing");
        }
        assertThat(lines(output)).isEqualTo(2);

        now = now.plus(Duration.ofMinutes(1));
        refused.refused(Check.AUDIENCE, "huhang", "account");
        assertThat(lines(output)).isEqualTo(3);
        assertThat(output).contains("999 more were refused for that since it was last said");
    }

    record Claim(Object value, String sort) {
        @Override
        public String toString() {
            return sort;
        }
    }

    static Stream<Claim> values() {
        return Stream.of(
                new Claim(null, "nothing"),
                new Claim(PERSON, "a text of 25 characters"),
                new Claim(330109, "a number"),
                new Claim(true, "true or false"),
                new Claim(List.of("COUNTY_OFFICER", "OPERATOR"), "a list of 2"),
                new Claim(List.of("330109", "330110"), "a list of 2"),
                new Claim(List.of(), "a list of 0"),
                new Claim(List.of(330109), "a number"),
                new Claim(Map.of("huhang", PERSON), "an object"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_role_or_division_of_another_sort_is_refused_without_a_word_of_it(Claim claim, CapturedOutput output) {
        refuses(claims -> claims.claim("huhang_role", claim.value()));
        assertThat(output)
                .contains("it names no role. Expected: one role of Huhang's, e.g. COUNTY_OFFICER, in the claim"
                        + " huhang_role. Found: " + claim.sort() + "; claims there are aud,");

        refuses(claims -> claims.claim("huhang_division", claim.value()));
        assertThat(output).contains("it names no division.", "in the claim huhang_division. Found: " + claim.sort());
        assertThat(output).doesNotContain("zhang", "officer-1");
    }

    @Test
    void an_account_is_a_text_of_bounded_length_without_control_characters(CapturedOutput output) {
        for (Object subject :
                Stream.of("", "x".repeat(129), "a\nb", List.of("a", "b"), 7).toList()) {
            refuses(claims -> claims.claim("account", subject), "account");
        }
        refuses(_ -> {}, "account");
        assertThat(output).contains("it names no account.", "in the claim account. Found: a text of 0 characters");
    }

    @Test
    void the_account_is_in_the_claim_that_is_named() {
        ActorToken token = claims("account")
                .convert(check("any").decode(PROVIDER.token(claims -> claims.claim("account", "work-7"))));

        assertThat(token.actor().id()).isEqualTo("work-7");
        assertThat(token.getName()).isEqualTo("work-7");
    }

    private void refuses(Consumer<JWTClaimsSet.Builder> but) {
        refuses(but, "sub");
    }

    private void refuses(Consumer<JWTClaimsSet.Builder> but, String subject) {
        String token = PROVIDER.token(but);
        assertThatThrownBy(() -> claims(subject).convert(check("any").decode(token)))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private ActorClaims claims(String subject) {
        return new ActorClaims(settings("any", "ES256", subject), new Offices(PublishedDivisions.load()), refused());
    }

    private TokenCheck check(String type) {
        return new TokenCheck(
                PROVIDER.address(), keys(), SignatureAlgorithm.ES256, settings(type, "ES256"), refused(), this::now);
    }

    private JWKSource<SecurityContext> keys() {
        JWKSource<SecurityContext> known =
                new ImmutableJWKSet<>(new JWKSet(PROVIDER.key().toPublicJWK()));
        return (selector, context) -> {
            questions.incrementAndGet();
            return known.get(selector, context);
        };
    }

    private RefusedTokens refused() {
        return new RefusedTokens(this::now);
    }

    private Instant now() {
        return now;
    }

    private static HuhangProperties.Security settings(String type, String algorithm) {
        return settings(type, algorithm, "sub");
    }

    private static HuhangProperties.Security settings(String type, String algorithm, String subject) {
        return new HuhangProperties.Security(
                PROVIDER.address(),
                "",
                "huhang",
                algorithm,
                type,
                subject,
                "huhang_role",
                "huhang_division",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
    }

    private static Misfit locally(String line, String token) {
        return new Misfit(line, token, false);
    }

    private static Misfit byKey(String line, String token) {
        return new Misfit(line, token, true);
    }

    private static String altered(String token) {
        int at = token.length() - 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static int lines(CapturedOutput output) {
        return Collections.frequency(
                output.getAll()
                        .lines()
                        .map(line -> line.contains("A token was refused"))
                        .toList(),
                true);
    }
}
