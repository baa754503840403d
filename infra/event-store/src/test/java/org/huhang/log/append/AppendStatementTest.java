package org.huhang.log.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.codec.WrittenEvent;
import org.huhang.log.identity.IndexStep;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendStatementTest {

    private static final LogDatabase DATABASE = LogDatabase.create();
    private static final Attribution BY = Requests.by("officer-2");
    private static final CaseEvent EVENT =
            new FileEvent.IdentityDocumentAttached(Requests.passport("E10000001"), Samples.DAY);

    private final CaseId known = CaseId.random();
    private final byte[] document = UUID.randomUUID().toString().getBytes();
    private final Append first =
            change(known, -1, "first", new IndexStep.LooksLike(known.value(), document), claim(known));
    private Connection connection;
    private AppendStatement statement;
    private long head;

    @BeforeEach
    void one_case() throws SQLException {
        connection = DATABASE.pool().getConnection();
        statement = new AppendStatement(connection);
        assertThat(statement.append(List.of(first))).singleElement().isInstanceOf(AppendResult.Written.class);
        head = numberOf("log.event");
    }

    @AfterEach
    void let_go() throws SQLException {
        statement.close();
        connection.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void changes_that_nothing_stands_against_get_the_next_positions_in_their_order() throws SQLException {
        CaseId fresh = CaseId.random();

        List<AppendResult> results = statement.append(List.of(
                change(known, 0, "second"),
                withoutFacts(CaseId.random(), -1, "bystander"),
                change(fresh, -1, "third", new IndexStep.LooksLike(fresh.value(), document))));

        assertThat(results)
                .extracting(result -> ((AppendResult.Written) result).position())
                .containsExactly(head + 1, head + 1, head + 2);
        assertThat(((AppendResult.Written) results.getFirst()).facts())
                .singleElement()
                .satisfies(fact -> assertThat(recordedAt(head + 1)).isEqualTo(fact.recordedAt()));
        assertThat(client().sql("SELECT position FROM log.receipt WHERE position > ? ORDER BY 1")
                        .param(head)
                        .query(Long.class)
                        .list())
                .as("what the receipts report")
                .containsExactly(head + 1, head + 1, head + 2);
    }

    @Test
    void a_fact_that_came_first_turns_away_its_change_alone() throws SQLException {
        assertThat(among(change(known, -1, "late"))).isEqualTo(new AppendResult.Overtaken(false));
    }

    @Test
    void a_fact_that_came_first_turns_away_whoever_only_looked_at_its_case() throws SQLException {
        assertThat(among(withoutFacts(known, -1, "looked"))).isEqualTo(new AppendResult.Overtaken(false));
    }

    @Test
    void a_fact_that_came_first_turns_away_whoever_only_looked_even_where_another_goes_on_from_that_fact()
            throws SQLException {
        List<AppendResult> results =
                statement.append(List.of(withoutFacts(known, -1, "looked"), change(known, 0, "next")));

        assertThat(results.getFirst()).isEqualTo(new AppendResult.Overtaken(false));
        assertThat(results.getLast()).isInstanceOf(AppendResult.Written.class);
    }

    @Test
    void a_key_that_was_answered_turns_away_its_change_alone() throws SQLException {
        assertThat(among(change(CaseId.random(), -1, "first")))
                .isInstanceOfSatisfying(AppendResult.AnsweredBefore.class, it -> assertThat(it.position())
                        .isEqualTo(head));
    }

    @Test
    void a_document_of_another_case_turns_away_its_change_alone() throws SQLException {
        CaseId other = CaseId.random();
        assertThat(among(change(other, -1, "held", claim(other)))).isEqualTo(new AppendResult.Held());
    }

    @Test
    void a_change_that_is_sent_again_is_known_by_its_message() throws SQLException {
        Append once = change(CaseId.random(), -1, Optional.empty());
        statement.append(List.of(once));
        head = numberOf("log.event");

        assertThat(among(once)).isEqualTo(new AppendResult.WrittenBefore(head));
    }

    @Test
    void a_document_that_is_given_back_is_free_for_the_next() throws SQLException {
        CaseId next = CaseId.random();
        statement.append(List.of(change(known, 0, "given back", new IndexStep.ReleasesDocuments(known.value()))));

        assertThat(statement.append(List.of(change(next, -1, "taken", claim(next)))))
                .singleElement()
                .isInstanceOf(AppendResult.Written.class);
    }

    @Test
    void a_document_of_a_case_registered_in_error_is_free_until_the_case_is_open_again() throws SQLException {
        CaseId next = CaseId.random();
        CaseId last = CaseId.random();
        statement.append(List.of(change(known, 0, "error", new IndexStep.RegisteredInError(known.value()))));
        assertThat(statement.append(List.of(change(next, -1, "taken", claim(next)))))
                .singleElement()
                .isInstanceOf(AppendResult.Written.class);
        head = numberOf("log.event");
        assertThat(among(change(known, 1, "too late", new IndexStep.OpenAgain(known.value()))))
                .isEqualTo(new AppendResult.Held());

        statement.append(List.of(change(next, 0, "error too", new IndexStep.RegisteredInError(next.value()))));
        assertThat(statement.append(List.of(change(known, 1, "open again", new IndexStep.OpenAgain(known.value())))))
                .singleElement()
                .isInstanceOf(AppendResult.Written.class);
        head = numberOf("log.event");
        assertThat(among(change(last, -1, "held again", claim(last)))).isEqualTo(new AppendResult.Held());
        head = numberOf("log.event");
        assertThat(among(change(next, 1, "held as well", new IndexStep.OpenAgain(next.value()))))
                .isEqualTo(new AppendResult.Held());
    }

    @Test
    void a_case_open_again_shares_no_batch_with_one_that_claims_a_document_for_it_may_be_the_same() {
        CaseId fresh = CaseId.random();
        Append open = change(known, 0, "open again", new IndexStep.OpenAgain(known.value()));
        Append claims = change(fresh, -1, "claims", claim(fresh));
        Append other = change(CaseId.random(), -1, "claims nothing");
        Append openToo = change(CaseId.random(), 0, "open too", new IndexStep.OpenAgain(UUID.randomUUID()));

        assertThat(Batch.of(List.of(open, claims, other, openToo)))
                .isEqualTo(new Batch(List.of(open, other), List.of(), List.of(claims, openToo)));
        assertThat(Batch.of(List.of(claims, open, other)))
                .isEqualTo(new Batch(List.of(claims, other), List.of(), List.of(open)));
    }

    @Test
    void where_a_fact_is_gone_that_was_decided_on_nothing_of_the_batch_is_recorded() throws SQLException {
        List<Append> changes = List.of(change(CaseId.random(), -1, "other"), change(known, 1, "after the gap"));

        assertThat(statement.append(changes))
                .containsExactly(new AppendResult.PutBack(head), new AppendResult.PutBack(head));
        assertThat(numberOf("log.event")).isEqualTo(head);
        assertThat(outcomes(changes))
                .as("an older process reads the changes alone")
                .containsExactly("PUT_BACK", "OVERTAKEN", "OVERTAKEN");
    }

    @Test
    void whose_row_is_there_is_looked_up_only_when_one_is() throws SQLException {
        CaseId fresh = CaseId.random();

        assertThat(wayOf(change(known, 0, "next"), withoutFacts(CaseId.random(), -1, "looked")))
                .isEqualTo("UNOPPOSED");
        assertThat(wayOf(change(fresh, -1, "new", new IndexStep.LooksLike(fresh.value(), document))))
                .isEqualTo("UNOPPOSED");
        assertThat(wayOf(change(known, 0, "late"))).isEqualTo("BEFORE");
        assertThat(wayOf(withoutFacts(known, 0, "looked too early"))).isEqualTo("BEFORE");
        assertThat(wayOf(change(known, 1, "gives back", new IndexStep.ReleasesDocuments(known.value()))))
                .isEqualTo("BEFORE");
        assertThat(wayOf(change(known, 2, "error", new IndexStep.RegisteredInError(known.value()))))
                .isEqualTo("BEFORE");
        assertThat(wayOf(change(known, 3, "open again", new IndexStep.OpenAgain(known.value()))))
                .isEqualTo("BEFORE");
        assertThat(wayOf(demo(fresh, 0))).as("simulated time").isEqualTo("BEFORE");
    }

    @Test
    void one_function_appends_and_calls_no_other_that_does() {
        assertThat(client().sql("""
                        SELECT proname FROM pg_proc
                        WHERE pronamespace = 'log'::regnamespace AND prosrc ~* 'insert into|delete from|log\\.append'""").query(String.class).list()).containsExactly("append");
    }

    private String wayOf(Append... changes) throws SQLException {
        return outcomes(List.of(changes)).getFirst();
    }

    /** The log's own words: first of the whole batch, then of each change that was turned away. */
    private List<String> outcomes(List<Append> changes) throws SQLException {
        String places = Stream.generate(() -> "?").limit(23).collect(Collectors.joining(", "));
        List<String> outcomes = new ArrayList<>();
        try (PreparedStatement call =
                connection.prepareStatement("SELECT outcome FROM log.append(" + places + ") ORDER BY change")) {
            AppendArrays.of(changes).bind(call);
            try (ResultSet rows = call.executeQuery()) {
                while (rows.next()) {
                    outcomes.add(rows.getString(1));
                }
            }
        }
        return outcomes;
    }

    /** What came of {@code change} between two others, for whose sake neither is turned away nor loses its place. */
    private AppendResult among(Append change) throws SQLException {
        long receipts = numberOf("log.receipt");
        List<AppendResult> results = statement.append(List.of(
                change(CaseId.random(), -1, UUID.randomUUID().toString()),
                change,
                change(CaseId.random(), -1, UUID.randomUUID().toString())));

        assertThat(results.getFirst())
                .isInstanceOfSatisfying(AppendResult.Written.class, it -> assertThat(it.position())
                        .isEqualTo(head + 1));
        assertThat(results.getLast()).isInstanceOfSatisfying(AppendResult.Written.class, it -> assertThat(it.position())
                .isEqualTo(head + 2));
        assertThat(numberOf("log.receipt")).isEqualTo(receipts + 2);
        assertThat(client().sql("SELECT position FROM log.event ORDER BY 1")
                        .query(Long.class)
                        .list())
                .isEqualTo(LongStream.rangeClosed(1, head + 2).boxed().toList());
        return results.get(1);
    }

    private IndexStep claim(CaseId caseId) {
        return new IndexStep.Claims(caseId.value(), document);
    }

    private Append change(CaseId caseId, long expected, String key, IndexStep... steps) {
        return change(caseId, expected, Optional.of(receipt(key)), steps);
    }

    private Append change(CaseId caseId, long expected, Optional<Append.Receipt> receipt, IndexStep... steps) {
        return append(caseId, expected, List.of(next(caseId, expected)), receipt, BY, steps);
    }

    private static Append.Line next(CaseId caseId, long expected) {
        return new Append.Line(
                caseId.stream(), expected + 1, EVENT, new WrittenEvent("Attached", 1, "{}"), UUID.randomUUID());
    }

    /** Of simulated time. */
    private static Append demo(CaseId caseId, long expected) {
        Attribution simulated = new Attribution(BY.actor(), BY.requestId(), BY.channel(), BY.source(), true);
        return append(caseId, expected, List.of(next(caseId, expected)), Optional.empty(), simulated);
    }

    private Append withoutFacts(CaseId caseId, long expected, String key) {
        return append(caseId, expected, List.of(), Optional.of(receipt(key)), BY);
    }

    private static Append append(
            CaseId caseId,
            long expected,
            List<Append.Line> facts,
            Optional<Append.Receipt> receipt,
            Attribution by,
            IndexStep... steps) {
        return new Append(
                List.of(new Append.Expectation(caseId.stream(), expected)),
                facts,
                List.of(steps),
                receipt,
                by,
                "{}",
                Instant.EPOCH);
    }

    /** The same key is another one for another test. */
    private Append.Receipt receipt(String key) {
        return new Append.Receipt("officer-2", known + " " + key, "digest", "{}");
    }

    private static Instant recordedAt(long position) {
        return client().sql("SELECT recorded_at FROM log.event WHERE position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static long numberOf(String table) {
        return client().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private static JdbcClient client() {
        return JdbcClient.create(DATABASE.pool());
    }
}
