package org.huhang.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.codec.WrittenEvent;
import org.huhang.log.read.PostgresMoments;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Each commit of two facts, of two cases. */
class MomentsTest {

    private static final Attribution BY = Requests.by("officer-1");
    private static final CaseEvent EVENT =
            new FileEvent.IdentityDocumentAttached(Requests.passport("E10000001"), Samples.DAY);

    private static final LogDatabase DATABASE = LogDatabase.create();

    private final JdbcClient client = JdbcClient.create(DATABASE.pool());
    private final Moments moments = new PostgresMoments(client);
    private Connection connection;
    private AppendStatement statement;

    @BeforeEach
    void two_commits() throws SQLException {
        connection = DATABASE.pool().getConnection();
        statement = new AppendStatement(connection);
        commit();
        commit();
    }

    @AfterEach
    void let_go() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        statement.close();
        connection.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void before_the_first_fact_nothing_was_known() {
        Instant first = recordedAt(1);
        assertThat(moments.at(0)).isEqualTo(Moment.START);
        assertThat(moments.by(first.minus(1, ChronoUnit.MICROS))).contains(Moment.START);
        assertThat(moments.wholeBy(0)).isEqualTo(Moment.START);
        assertThat(moments.wholeBy(1)).isEqualTo(Moment.START);
    }

    @Test
    void an_instant_tells_the_last_commit_at_or_before_it() {
        long head = moments.newest().position();
        Moment last = new Moment(head, recordedAt(head));
        Moment before = new Moment(head - 2, recordedAt(head - 2));

        assertThat(moments.newest()).isEqualTo(last);
        assertThat(moments.by(last.recordedAt())).contains(last);
        assertThat(moments.by(last.recordedAt().plusNanos(999))).contains(last);
        assertThat(moments.by(last.recordedAt().minusNanos(1))).contains(before);
        assertThat(moments.by(before.recordedAt())).contains(before);
    }

    @Test
    void a_reader_in_the_middle_of_a_commit_has_the_whole_of_the_one_before() {
        long head = moments.newest().position();
        assertThat(recordedAt(head - 1)).isEqualTo(recordedAt(head));

        assertThat(moments.wholeBy(head).position()).isEqualTo(head);
        assertThat(moments.wholeBy(head - 1).position()).isEqualTo(head - 2);
        assertThat(moments.wholeBy(head - 2).position()).isEqualTo(head - 2);
    }

    @Test
    void a_position_tells_the_whole_of_its_commit_and_its_time_the_same() throws SQLException {
        long small = moments.newest().position();
        statement.append(Stream.generate(MomentsTest::change).limit(11).toList());
        long large = small + 11;

        for (long position = small - 1; position <= small; position++) {
            assertThat(moments.at(position)).isEqualTo(new Moment(small, recordedAt(small)));
        }
        for (long position = small + 1; position <= large; position++) {
            Moment named = moments.at(position);
            assertThat(named).isEqualTo(new Moment(large, recordedAt(position)));
            assertThat(moments.by(named.recordedAt())).contains(named);
            assertThat(moments.at(named.position())).isEqualTo(named);
        }
    }

    @Test
    void an_instant_is_found_however_far_back_it_lies() throws SQLException {
        for (int commit = 0; commit < 40; commit++) {
            commit();
        }
        Moment head = moments.newest();
        for (Moment end = head; end.position() > 0; end = moments.wholeBy(end.position() - 1)) {
            Moment before = moments.wholeBy(end.position() - 1);
            assertThat(moments.by(end.recordedAt())).contains(end);
            assertThat(moments.by(end.recordedAt().minus(1, ChronoUnit.MICROS))).contains(before);
        }
    }

    @Test
    void an_instant_takes_one_round_trip_at_the_head_and_far_from_it() {
        AtomicInteger trips = new AtomicInteger();
        Moments counted = new PostgresMoments(JdbcClient.create(new DelegatingDataSource(DATABASE.pool()) {
            @Override
            public Connection getConnection() throws SQLException {
                // Outside a transaction each statement takes one.
                trips.incrementAndGet();
                return super.getConnection();
            }
        }));
        for (Instant instant :
                List.of(Instant.now(), recordedAt(1), Instant.now().plusSeconds(60))) {
            trips.set(0);
            counted.by(instant);
            assertThat(trips).as(instant.toString()).hasValue(1);
        }
    }

    /** As if the last had been recorded by a clock that was put back since. */
    @Test
    void a_later_commit_bears_a_later_time_whatever_the_clock_says() throws SQLException {
        long head = moments.newest().position();
        Instant ahead = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MICROS);
        recordedAt("'" + ahead + "'", head - 1);

        List<AppendResult> results = commit();

        assertThat(recordedAt(head + 1)).isEqualTo(ahead.plus(1, ChronoUnit.MICROS));
        assertThat(((AppendResult.Written) results.getFirst())
                        .facts()
                        .getFirst()
                        .recordedAt())
                .as("what the writer tells is what is kept")
                .isEqualTo(recordedAt(head + 1));
        assertThat(moments.by(ahead).orElseThrow().position()).isEqualTo(head);
        recordedAt("clock_timestamp()", head - 1);
    }

    @Test
    void an_instant_yet_to_come_tells_nothing() {
        assertThat(moments.by(moments.newest().recordedAt().plusSeconds(60))).isEmpty();
        assertThat(moments.by(Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void an_instant_waits_for_an_append_that_bears_an_earlier_time_and_cannot_be_seen_yet() throws Exception {
        Moment before = moments.newest();
        connection.setAutoCommit(false);
        commit();
        Instant justPast = databaseClock();

        CompletableFuture<Optional<Moment>> asked = CompletableFuture.supplyAsync(() -> moments.by(justPast));
        eventually(() -> assertThat(waiting()).isEqualTo(1));
        assertThat(asked).isNotDone();
        assertThat(moments.by(before.recordedAt()))
                .as("nobody can come before it")
                .contains(before);
        connection.commit();

        assertThat(asked.get(10, TimeUnit.SECONDS).orElseThrow().position()).isEqualTo(before.position() + 2);
        assertThat(moments.by(justPast)).isEqualTo(asked.join());
    }

    private List<AppendResult> commit() throws SQLException {
        return statement.append(List.of(change(), change()));
    }

    private static Append change() {
        CaseId caseId = CaseId.random();
        return new Append(
                List.of(new Append.Expectation(caseId.stream(), -1)),
                List.of(new Append.Line(
                        caseId.stream(), 0, EVENT, new WrittenEvent("Attached", 1, "{}"), UUID.randomUUID())),
                List.of(),
                Optional.empty(),
                BY,
                "{}",
                Instant.EPOCH);
    }

    private Instant recordedAt(long position) {
        return client.sql("SELECT recorded_at FROM log.event WHERE position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** What no application can do. */
    private static void recordedAt(String time, long from) throws SQLException {
        DATABASE.asSuperuser("ALTER TABLE log.event DISABLE TRIGGER append_only");
        DATABASE.asSuperuser("UPDATE log.event SET recorded_at = " + time + " WHERE position >= " + from);
        DATABASE.asSuperuser("ALTER TABLE log.event ENABLE TRIGGER append_only");
    }

    private Instant databaseClock() {
        return client.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private long waiting() {
        return client.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Long.class)
                .single();
    }
}
