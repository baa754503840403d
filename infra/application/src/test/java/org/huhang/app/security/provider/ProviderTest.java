package org.huhang.app.security.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.huhang.app.security.provider.StandInProvider.Mood;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application whose tokens come from a provider, from a start at which that is silent. */
class ProviderTest {

    private static final String ANYWHERE = "/api/no-such-place";
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static StandInProvider provider;
    private static RunningApplication application;
    private static Meanwhile whileSilent;

    /** What callers were told while the provider was silent. */
    private record Meanwhile(
            List<Answer> good,
            Answer none,
            Answer noToken,
            Answer expired,
            Answer foreign,
            Answer health,
            double up,
            int asked) {}

    @BeforeAll
    static void start() throws InterruptedException {
        provider = new StandInProvider();
        provider.is(Mood.SILENT);
        application = RunningApplication.start(
                data,
                "--huhang.security.issuer=" + provider.address(),
                "--huhang.security.role-claim=realm_access.roles",
                "--huhang.security.subject-claim=preferred_username",
                "--huhang.security.longest-wait=1s");
        String good = good(_ -> {});
        whileSilent = new Meanwhile(
                List.of(call(good), call(good), call(good)),
                application.send(application.request(ANYWHERE).GET()),
                call("xyz"),
                call(good(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))))),
                call(good(claims -> claims.issuer("https://sso.example.org/realm"))),
                application.send(application.request("/health/readiness").GET()),
                application
                        .bean(MeterRegistry.class)
                        .get("huhang.token.provider.up")
                        .gauge()
                        .value(),
                provider.questions());
        provider.is(Mood.ANSWERS);
        Instant latest = Instant.now().plus(LONGEST_RECOVERY);
        while (call(good).status() == 503 && Instant.now().isBefore(latest)) {
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void stop() {
        application.close();
        provider.close();
    }

    @Test
    void while_it_is_silent_callers_are_told_to_come_again() {
        assertThat(whileSilent.good()).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("TOKEN_CANNOT_BE_CHECKED");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.json().path("detail").asString()).doesNotContain("Idempotency-Key");
        });
        assertThat(whileSilent.asked()).as("asked by nobody but the background").isBetween(1, 10);
    }

    @Test
    void while_it_is_silent_what_is_no_token_of_its_own_is_refused_all_the_same() {
        assertThat(List.of(whileSilent.noToken(), whileSilent.expired(), whileSilent.foreign()))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(401);
                    assertThat(answer.code()).isEqualTo("TOKEN_INVALID");
                });
        assertThat(whileSilent.none().code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void health_says_how_it_stands() {
        assertThat(whileSilent.health().status()).isEqualTo(503);
        assertThat(whileSilent.health().json().path("status").asString()).isEqualTo("OUT_OF_SERVICE");
        Answer now = application.send(application.request("/health/readiness").GET());
        assertThat(now.status()).isEqualTo(200);
        assertThat(application.bean(ProviderHealth.class).health().getDetails())
                .containsEntry("provider", "It answers")
                .containsKey("lastAnswer");
    }

    @Test
    void metrics_say_how_it_stands() {
        MeterRegistry registry = application.bean(MeterRegistry.class);
        assertThat(registry.get("huhang.token.provider.up").gauge().value()).isEqualTo(1);
        assertThat(registry.get("huhang.token.provider.silence").timeGauge().value(TimeUnit.SECONDS))
                .isBetween(0.0, 300.0);
        assertThat(whileSilent.up()).isZero();
    }

    @Test
    void once_it_answers_its_access_tokens_are_taken() {
        assertThat(call(good(_ -> {})).code()).isEqualTo("NO_SUCH_ADDRESS");
        String typed = provider.token(new JOSEObjectType("at+jwt"), provider.key(), ProviderTest::claims);
        assertThat(call(typed).code()).isEqualTo("NO_SUCH_ADDRESS");
    }

    @Test
    void the_id_token_of_the_same_login_is_not_taken() {
        assertThat(call(good(claims ->
                                claims.claim("typ", "ID").claim("at_hash", "x").claim("nonce", "y")))
                        .code())
                .isEqualTo("TOKEN_INVALID");
    }

    @Test
    void of_several_roles_none_is_taken() {
        assertThat(call(good(claims ->
                                claims.claim("realm_access", Map.of("roles", List.of("OPERATOR", "COUNTY_OFFICER")))))
                        .code())
                .isEqualTo("TOKEN_INVALID");
    }

    @Test
    void the_account_is_in_the_claim_that_is_named() {
        assertThat(call(good(claims -> claims.claim("preferred_username", null)))
                        .code())
                .isEqualTo("TOKEN_INVALID");
    }

    @Test
    void callers_with_unknown_keys_make_few_questions_and_harm_nobody() throws Exception {
        int before = provider.keysAskedFor();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int caller = 0; caller < 25; caller++) {
                String token = provider.token(JOSEObjectType.JWT, StandInProvider.newKey(), ProviderTest::claims);
                answers.add(callers.submit(() -> call(token)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().code()).isIn("TOKEN_INVALID", "TOKEN_CANNOT_BE_CHECKED");
            }
        }
        assertThat(provider.keysAskedFor() - before)
                .as("theirs, however slowly they come, and one in the background")
                .isLessThanOrEqualTo(ProviderKeys.AT_ONCE + 1);
        assertThat(call(good(_ -> {})).code()).isEqualTo("NO_SUCH_ADDRESS");
    }

    private static Answer call(String token) {
        return application.get(ANYWHERE, token);
    }

    private static String good(Consumer<JWTClaimsSet.Builder> but) {
        return provider.token(claims -> {
            claims(claims);
            but.accept(claims);
        });
    }

    private static void claims(JWTClaimsSet.Builder claims) {
        claims.claim("huhang_role", null)
                .claim("realm_access", Map.of("roles", List.of("COUNTY_OFFICER")))
                .claim("preferred_username", "officer-1");
    }
}
