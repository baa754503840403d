package org.huhang.app.security.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.huhang.app.security.provider.Keycloak.Login;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The page on providers, word for word, with the provider it speaks of; Huhang is started before that answers. */
@EnabledIfSystemProperty(
        named = "keycloak",
        matches = ".+",
        disabledReason = "downloads Keycloak: mvn verify -Pprovider")
@ExtendWith(OutputCaptureExtension.class)
class KeycloakTest {

    private static final String LEDGER = "/api/ledger?limit=1";
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static RunningApplication application;
    private static Answer beforeItAnswers;

    @BeforeAll
    static void start() throws Exception {
        keycloak = new Keycloak(Path.of(System.getProperty("keycloak")), folder);
        application = RunningApplication.start(
                folder.resolve("data"),
                ProviderPage.read().keys().stream()
                        .map(key -> key.replace("http://127.0.0.1:8180", keycloak.address()))
                        .toArray(String[]::new));
        beforeItAnswers = ledger(forged());
        keycloak.awaitStart();
        ProviderPage page = ProviderPage.read();
        keycloak.run("set-up", page.setUp());
        // A client of the audience's name: its ID tokens are for that audience too.
        keycloak.run(
                "client",
                page.setUp()
                        .substring(page.setUp().indexOf("bin/kcadm.sh create clients"))
                        .replace("clientId=huhang-try", "clientId=huhang"));
        await(() -> application.send(application.request("/health").GET()).status() == 200);
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            if (application != null) {
                application.close();
            }
        } finally {
            keycloak.close();
        }
    }

    @Test
    void before_it_answers_callers_are_told_to_come_again() {
        assertThat(beforeItAnswers.code()).isEqualTo("TOKEN_CANNOT_BE_CHECKED");
        assertThat(beforeItAnswers.header("Retry-After")).isNotEmpty();
    }

    @Test
    void the_commands_of_the_page_show_the_ledger() throws Exception {
        String said = keycloak.run(
                "use",
                ProviderPage.read()
                        .use()
                        .replace("http://127.0.0.1:8080", application.base().toString()));
        assertThat(said).contains("\"items\":");
    }

    @Test
    void a_browsers_login_is_good_and_can_be_refreshed() throws Exception {
        Login login = keycloak.browserLogin();
        assertThat(ledger(login.access()).status()).isEqualTo(200);
        assertThat(SignedJWT.parse(login.access()).getHeader().getType().getType())
                .isEqualTo("at+jwt");
        assertThat(ledger(keycloak.refreshed("huhang-portal", login).access()).status())
                .isEqualTo(200);
        assertThat(List.of(login.id(), login.refresh()))
                .allSatisfy(other -> assertThat(ledger(other).code()).isEqualTo("TOKEN_INVALID"));
    }

    @Test
    void of_one_login_the_access_token_is_taken_and_the_id_token_is_not_though_it_is_for_huhang() throws Exception {
        Login login = keycloak.passwordLogin("huhang");
        assertThat(SignedJWT.parse(login.id()).getJWTClaimsSet().getAudience()).containsExactly("huhang");
        assertThat(ledger(login.access()).status()).isEqualTo(200);
        assertThat(ledger(login.id()).code()).isEqualTo("TOKEN_INVALID");

        // Where types are not looked at, it is refused for what it says.
        try (RunningApplication lenient = RunningApplication.start(
                folder.resolve("lenient"),
                "--huhang.security.issuer=" + keycloak.realm() + "/",
                "--huhang.security.subject-claim=preferred_username")) {
            assertThat(lenient.get(LEDGER, login.access()).status()).isEqualTo(200);
            assertThat(lenient.get(LEDGER, login.id()).code()).isEqualTo("TOKEN_INVALID");
        }
    }

    @Test
    void a_new_key_is_taken_at_once() throws Exception {
        String before = keyOf(keycloak.passwordLogin("huhang-try"));
        keycloak.run("key", """
                bin/kcadm.sh create components -r huhang -s name=newer -s providerId=ecdsa-generated \
                  -s providerType=org.keycloak.keys.KeyProvider -s 'config.priority=["200"]' \
                  -s 'config.ecdsaEllipticCurveKey=["P-256"]'
                """);
        Login login = keycloak.passwordLogin("huhang-try");
        assertThat(keyOf(login)).isNotEqualTo(before);
        await(() -> ledger(login.access()).status() != 503);
        assertThat(ledger(login.access()).status()).isEqualTo(200);
    }

    @Test
    void while_it_stands_still_its_tokens_are_good_and_then_all_goes_on(CapturedOutput output) throws Exception {
        String known = keycloak.passwordLogin("huhang-try").access();
        keycloak.freeze();
        try {
            // A key that is not known makes Huhang ask, and so find out.
            await(() -> ledger(forged()).status() == 503);
            assertThat(output).contains("did not answer within 3000 ms");
            assertThat(ledger(known).status()).isEqualTo(200);
            assertThat(application.send(application.request("/health").GET()).status())
                    .isEqualTo(200);
        } finally {
            keycloak.thaw();
        }
        await(() -> output.getAll().contains("The token provider " + keycloak.realm() + " answers"));
        assertThat(ledger(keycloak.passwordLogin("huhang-try").access()).status())
                .isEqualTo(200);
    }

    private static Answer ledger(String token) {
        return application.get(LEDGER, token);
    }

    /** As good as one of its own but for the key, which only it can tell. */
    private static String forged() {
        try (StandInProvider stranger = new StandInProvider()) {
            return stranger.token(
                    new JOSEObjectType("at+jwt"), stranger.key(), claims -> claims.issuer(keycloak.realm()));
        }
    }

    private static String keyOf(Login login) throws ParseException {
        return SignedJWT.parse(login.access()).getHeader().getKeyID();
    }

    private static void await(BooleanSupplier met) throws InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_RECOVERY);
        while (!met.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(latest);
            Thread.sleep(200);
        }
    }
}
