package org.huhang.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.axonserver.Claims.Claim;
import org.huhang.log.identity.PostgresIdentityIndex;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ClaimsTest {

    private static final List<CaseEvent> WITH_A_PASSPORT =
            List.of(new FileEvent.IdentityDocumentAttached(Requests.passport("E10000001"), Samples.DAY));

    private final LogDatabase database = LogDatabase.create();
    private final JdbcClient client = JdbcClient.create(database.pool());
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.pool()));
    private final PostgresIdentityIndex identities = new PostgresIdentityIndex(client);
    private final Claims claims = new Claims(client, transaction, identities);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_document_is_claimed_by_one_then_held_by_it_and_free_again_when_the_claim_is_given_up() {
        UUID given = UUID.randomUUID();
        CaseId first = CaseId.random();
        assertThat(claims.claim(given, CaseId.random().stream(), WITH_A_PASSPORT))
                .isEqualTo(Claim.OURS);
        assertThat(asked()).isEqualTo(Claim.CONTESTED);

        claims.release(given);
        UUID kept = UUID.randomUUID();
        assertThat(claims.claim(kept, first.stream(), WITH_A_PASSPORT)).isEqualTo(Claim.OURS);
        becomesTheHolder(kept, first);

        assertThat(asked()).isEqualTo(Claim.HELD);
        assertThat(claims.claim(UUID.randomUUID(), first.stream(), WITH_A_PASSPORT))
                .isEqualTo(Claim.OURS);
    }

    @Test
    void a_case_that_is_open_again_claims_what_it_let_go_of_whether_or_not_that_has_been_followed() {
        CaseId error = CaseId.random();
        List<CaseEvent> open = List.of(new FileEvent.CaseReopened(Narrative.of("并非误登"), Samples.DAY));
        identities.follow(error.stream(), WITH_A_PASSPORT);
        UUID before = UUID.randomUUID();
        assertThat(claims.claim(before, error.stream(), open)).isEqualTo(Claim.OURS);
        identities.follow(
                error.stream(),
                List.of(new FileEvent.CaseClosed(CloseReason.REGISTERED_IN_ERROR, Optional.empty(), Samples.DAY)));
        assertThat(asked()).isEqualTo(Claim.CONTESTED);
        claims.release(before);

        UUID after = UUID.randomUUID();
        assertThat(claims.claim(after, error.stream(), open)).isEqualTo(Claim.OURS);
        assertThat(asked()).isEqualTo(Claim.CONTESTED);
        claims.release(after);

        becomesTheHolder(UUID.randomUUID(), CaseId.random());
        assertThat(claims.claim(UUID.randomUUID(), error.stream(), open)).isEqualTo(Claim.HELD);
    }

    /** Whoever asks is stopped before the one table or the other, and goes on when the claim has just become a holder. */
    @ParameterizedTest
    @ValueSource(strings = {"axonserver.claim", "log.document_holder"})
    void a_claim_that_becomes_a_holder_while_another_asks_is_seen_as_one_or_the_other(String stoppedAt)
            throws Exception {
        UUID command = UUID.randomUUID();
        CaseId first = CaseId.random();
        assertThat(claims.claim(command, first.stream(), WITH_A_PASSPORT)).isEqualTo(Claim.OURS);

        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Future<Claim> asked = transaction.execute(status -> {
                client.sql("LOCK TABLE " + stoppedAt + " IN ACCESS EXCLUSIVE MODE")
                        .update();
                Future<Claim> asking = another.submit(this::asked);
                eventually(() -> assertThat(asking.isDone() || waiting()).isTrue());
                becomesTheHolder(command, first);
                return asking;
            });

            assertThat(asked.get(20, TimeUnit.SECONDS)).isIn(Claim.HELD, Claim.CONTESTED);
        }
    }

    private Claim asked() {
        return claims.claim(UUID.randomUUID(), CaseId.random().stream(), WITH_A_PASSPORT);
    }

    /** As following a fact does. */
    private void becomesTheHolder(UUID command, CaseId caseId) {
        transaction.executeWithoutResult(status -> {
            identities.follow(caseId.stream(), WITH_A_PASSPORT);
            claims.release(command);
        });
    }

    private boolean waiting() {
        return client.sql("SELECT EXISTS (SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                        + " WHERE datname = current_database() AND NOT granted)")
                .query(Boolean.class)
                .single();
    }
}
