package org.huhang.app.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.app.testing.Eventually.eventually;

import com.nimbusds.jwt.SignedJWT;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.huhang.app.HuhangProperties;
import org.huhang.app.database.DataFolder;
import org.huhang.app.security.LocalIssuer;
import org.huhang.app.testing.RunningApplication;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class RevocationsTest {

    private static final RunningApplication APPLICATION = RunningApplication.shared();
    private static final String OPERATOR = APPLICATION.token(Role.OPERATOR, "000000");
    private static final InstantSource CLOCK = InstantSource.system();

    private final String account = "inspector-" + UUID.randomUUID();
    private final RevocationJournal journal = APPLICATION.bean(RevocationJournal.class);
    private final JdbcClient database = APPLICATION.bean(JdbcClient.class);

    @Test
    void a_revoked_token_is_refused_at_once_and_others_of_its_account_are_not() throws Exception {
        String stolen = token(Instant.now());
        String other = token(Instant.now());
        assertThat(status(stolen)).isEqualTo(404);

        revoke("tokens", "{\"tokenId\": \"%s\", \"reason\": \"a lost laptop\"}".formatted(id(stolen)));

        Answer refused = APPLICATION.get("/api/no-such-place", stolen);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("TOKEN_REVOKED");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(status(other)).isEqualTo(404);
    }

    @Test
    void an_account_comes_back_with_a_token_issued_later() {
        Instant now = Instant.now();
        String old = token(now.minusSeconds(600));
        String newer = token(now);

        revoke("subjects", """
                {"subject": "%s", "issuedBefore": "%s"}""".formatted(account, now.minusSeconds(300)));

        assertThat(code(old)).isEqualTo("TOKEN_REVOKED");
        assertThat(status(newer)).isEqualTo(404);
    }

    @Test
    void an_account_is_kept_out_until_that_is_lifted_and_both_stay_on_record() {
        long revocation = revoke("subjects", "{\"subject\": \"%s\"}".formatted(account))
                .path("id")
                .asLong();
        String token = token(Instant.now());
        assertThat(code(token)).isEqualTo("TOKEN_REVOKED");

        JsonNode lifted = done(APPLICATION.post("/api/revocations/" + revocation + "/lift", OPERATOR, ""));
        assertThat(status(token)).isEqualTo(404);
        assertThat(lifted.path("inForce").asBoolean()).isFalse();
        assertThat(lifted.path("revokedBy").asString()).isEqualTo("operator-000000");
        assertThat(Instant.parse(lifted.path("revokedAt").asString())).isBefore(Instant.now());
        assertThat(lifted.path("lifted").path("by").asString()).isEqualTo("operator-000000");
        assertThat(lifted.path("lifted").path("requestId").asString()).isNotBlank();

        // Who lifts it once more changes nothing.
        assertThat(done(APPLICATION.post("/api/revocations/" + revocation + "/lift", OPERATOR, "")))
                .isEqualTo(lifted);
        assertThat(done(APPLICATION.get("/api/revocations?limit=200", OPERATOR)).path("items"))
                .contains(lifted);
        for (String change : new String[] {
            "DELETE FROM revocations.revocation WHERE id = " + revocation,
            "UPDATE revocations.lifting SET lifted_by = 'nobody'",
            "TRUNCATE revocations.lifting"
        }) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void a_revocation_may_end_by_itself() {
        revoke("subjects", """
                {"subject": "%s", "until": "%s"}""".formatted(account, Instant.now().plusSeconds(3600)));
        RevokedTokens tomorrow = new RevokedTokens(journal, () -> Instant.now().plus(Duration.ofDays(1)));

        assertThat(code(token(Instant.now()))).isEqualTo("TOKEN_REVOKED");
        assertThat(tomorrow.has(null, null, account)).isFalse();
        tomorrow.destroy();
    }

    @Test
    void the_list_is_read_page_by_page_newest_first() {
        long first = revoke("subjects", "{\"subject\": \"%s-1\"}".formatted(account))
                .path("id")
                .asLong();
        long second = revoke("subjects", "{\"subject\": \"%s-2\"}".formatted(account))
                .path("id")
                .asLong();

        JsonNode page = done(APPLICATION.get("/api/revocations?limit=1", OPERATOR));
        JsonNode next = done(APPLICATION.get(
                "/api/revocations?limit=1&cursor=" + page.path("next").asString(), OPERATOR));

        assertThat(page.at("/items/0/id").asLong()).isEqualTo(second);
        assertThat(next.at("/items/0/id").asLong()).isEqualTo(first);
    }

    @Test
    void the_very_same_is_revoked_once() {
        String ask = "{\"subject\": \"%s\"}".formatted(account);

        assertThat(revoke("subjects", ask)).isEqualTo(revoke("subjects", ask));
        assertThat(revoke("subjects", """
                {"subject": "%s", "issuedBefore": "2026-01-01T00:00:00+08:00"}""".formatted(account))
                        .path("issuedBefore")
                        .asString())
                .isEqualTo("2025-12-31T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tokens   | {}                                                          | 400 MISSING_FIELD
            tokens   | {"tokenId": " "}                                            | 400 MISSING_FIELD
            tokens   | {"tokenId": 7}                                              | 400 WRONG_TYPE
            tokens   | {"tokenId": "a", "subject": "b"}                            | 400 UNKNOWN_FIELD
            tokens   | {"tokenId": "a", "until": "2026-01-01"}                     | 400 INVALID_DATE
            tokens   | {"tokenId": "a", "until": "2026-01-01T00:00:00Z"}           | 422 PERIOD_REVERSED
            tokens   | [1]                                                         | 400 WRONG_TYPE
            subjects | {"subject": "operator-000000"}                              | 409 REVOCATION_OF_YOURSELF
            subjects | {"subject": "operator-000000", "issuedBefore": "2126-01-01T00:00:00Z"} | 409 REVOCATION_OF_YOURSELF
            """)
    void what_cannot_be_meant_is_refused(String kind, String body, String refusal) {
        Answer answer = APPLICATION.post("/api/revocations/" + kind, OPERATOR, body);

        assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo(refusal);
    }

    @Test
    void texts_are_bounded_and_a_number_that_none_has_is_not_found() {
        assertThat(APPLICATION
                        .post("/api/revocations/tokens", OPERATOR, "{\"tokenId\": \"" + "a".repeat(256) + "\"}")
                        .code())
                .isEqualTo("TEXT_TOO_LONG");
        for (String id : new String[] {"999999999999", "audit", "99999999999999999999"}) {
            assertThat(APPLICATION
                            .post("/api/revocations/" + id + "/lift", OPERATOR, "")
                            .code())
                    .isEqualTo("REVOCATION_NOT_FOUND");
        }
    }

    @Test
    void no_more_are_in_force_than_every_process_can_keep() {
        new TransactionTemplate(APPLICATION.bean(PlatformTransactionManager.class)).executeWithoutResult(trial -> {
            database.sql("INSERT INTO revocations.revocation (id, token_id, revoked_by, request_id)"
                            + " SELECT newest.id + i, 'one of many ' || i, 'test', 'test'"
                            + " FROM revocations.newest, generate_series(1, ?) AS i")
                    .params(RevocationJournal.MOST)
                    .update();
            assertThatThrownBy(() -> journal.revoke(asked(), "operator", "request"))
                    .isInstanceOf(Refused.class)
                    .hasMessage("TOO_MANY_REVOCATIONS");
            trial.setRollbackOnly();
        });
    }

    @Test
    void every_process_hears_of_it_within_seconds_and_a_new_one_knows() {
        RevokedTokens another = new RevokedTokens(journal, CLOCK);
        long revocation = journal.revoke(asked(), "operator", "request").id();

        eventually(() -> assertThat(another.has(null, null, account)).isTrue());
        eventually(() -> assertThat(code(token(Instant.now()))).isEqualTo("TOKEN_REVOKED"));
        RevokedTokens restarted = new RevokedTokens(journal, CLOCK);
        assertThat(restarted.has(null, null, account)).isTrue();
        assertThat(restarted.has(null, null, account + "-1")).isFalse();

        journal.lift(revocation, "operator", "request");
        eventually(() -> assertThat(another.has(null, null, account)).isFalse());
        eventually(() -> assertThat(status(token(Instant.now()))).isEqualTo(404));
        another.destroy();
        restarted.destroy();
    }

    @Test
    void while_the_database_is_away_what_was_last_known_holds() {
        AtomicBoolean away = new AtomicBoolean();
        DataSource source = new DelegatingDataSource(APPLICATION.bean(DataSource.class)) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.get()) {
                    throw new SQLException("The connection attempt failed.", "08001");
                }
                return super.getConnection();
            }
        };
        journal.revoke(asked(), "operator", "request");
        RevokedTokens revoked = new RevokedTokens(new RevocationJournal(JdbcClient.create(source)), CLOCK);

        away.set(true);
        assertThatThrownBy(revoked::look).isInstanceOf(DataAccessException.class);
        assertThat(revoked.has(null, null, account)).isTrue();

        long other = journal.revoke(
                        new Revoke(
                                Optional.of(account),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        "operator",
                        "request")
                .id();
        assertThat(other).isPositive();
        away.set(false);
        eventually(() -> assertThat(revoked.has(account, null, "nobody")).isTrue());
        revoked.destroy();
    }

    private Revoke asked() {
        return new Revoke(Optional.empty(), Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static JsonNode revoke(String kind, String body) {
        return done(APPLICATION.post("/api/revocations/" + kind, OPERATOR, body));
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String token(Instant issuedAt) {
        return new LocalIssuer(
                        APPLICATION.bean(DataFolder.class),
                        APPLICATION.bean(HuhangProperties.class).security(),
                        () -> issuedAt)
                .token(account, Role.INSPECTOR, "000000", Duration.ofHours(1));
    }

    private static String id(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
    }

    private static int status(String token) {
        return APPLICATION.get("/api/no-such-place", token).status();
    }

    private static String code(String token) {
        return APPLICATION.get("/api/no-such-place", token).code();
    }
}
