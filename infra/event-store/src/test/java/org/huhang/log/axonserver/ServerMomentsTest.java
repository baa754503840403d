package org.huhang.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.huhang.log.testing.Eventually.eventually;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huhang.axonserver.AxonServerDouble;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Done;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.StreamStore;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.CloseReason;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two processes beside one server: what one of them is appending, the other one waits for. */
class ServerMomentsTest {

    private final AxonServerDouble server = AxonServerDouble.start();
    private LogDatabase database;
    private OneProcess writer;
    private OneProcess reader;
    private Moments moments;

    @BeforeEach
    void start() {
        database = LogDatabase.create();
        writer = OneProcess.onAxonServer(database.pool(), server.address());
        reader = OneProcess.onAxonServer(database.pool(), server.address());
        moments = reader.get(Moments.class);
        register();
    }

    @AfterEach
    void stop() {
        reader.close();
        writer.close();
        database.close();
        server.close();
    }

    @Test
    void an_instant_waits_for_what_another_process_is_appending_and_is_answered_once_and_for_all() throws Exception {
        Moment before = moments.newest();
        // Each is sent again after a tenth of a second.
        server.lose(5);
        CompletableFuture<Void> appended = CompletableFuture.runAsync(this::register);
        eventually(() -> assertThat(underWay()).isEqualTo(1));
        Instant justPast = databaseClock();
        assertThat(moments.newest()).as("it cannot be seen yet").isEqualTo(before);

        Optional<Moment> answered = moments.by(justPast);

        appended.get(10, TimeUnit.SECONDS);
        assertThat(answered.orElseThrow().position()).isEqualTo(before.position() + 1);
        assertThat(moments.by(justPast)).isEqualTo(answered);
        assertThat(underWay()).isZero();
    }

    @Test
    void what_was_over_before_is_not_waited_for() {
        Moment last = moments.newest();
        assertThat(moments.by(last.recordedAt())).contains(last);
        assertThat(moments.by(databaseClock())).contains(last);
        assertThat(moments.by(last.recordedAt().minus(1, ChronoUnit.MICROS))).contains(Moment.START);
        assertThat(moments.by(databaseClock().plusSeconds(60)))
                .as("yet to come")
                .isEmpty();
    }

    @Test
    void facts_that_were_turned_away_are_waited_for_no_longer() {
        server.refuse(1);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::register);
        assertThat(underWay()).isZero();
    }

    @Test
    void facts_that_cannot_be_written_are_not_waited_for() {
        Answer done = new Done(CaseId.random().stream(), 1, 0, List.of(), List.of());
        Attribution byNobody = new Attribution(null, "request-1", Attribution.Channel.API, Optional.empty(), false);
        List<Change> changes = List.of(
                closing(byNobody, Optional.empty(), done),
                closing(
                        Requests.by("officer-1"),
                        Optional.of(new IdempotencyKey("officer-1", "key-1", "digest")),
                        new Answer.Declined(Refusal.of(RefusalCode.CASE_NOT_FOUND))));

        for (Change change : changes) {
            assertThat(writer.get(StreamStore.class).settle(change)).isCompletedExceptionally();
            assertThat(underWay()).isZero();
        }
    }

    private static Change closing(Attribution by, Optional<IdempotencyKey> key, Answer answer) {
        CaseId caseId = CaseId.random();
        CaseEvent closed =
                new FileEvent.CaseClosed(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), LocalDate.of(2026, 3, 1));
        return new Change(
                List.of(new Change.Part(CaseState.unregistered(caseId).after(Samples.registered()), List.of(closed))),
                by,
                Requests.NOW,
                key,
                answer);
    }

    @Test
    void the_mark_of_one_who_died_counts_until_its_time_is_up() throws SQLException {
        database.asSuperuser("INSERT INTO axonserver.under_way VALUES (gen_random_uuid(), 'infinity')");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> moments.by(databaseClock()));
        assertThat(moments.by(moments.newest().recordedAt()))
                .as("nobody can come before it")
                .contains(moments.newest());

        database.asSuperuser("UPDATE axonserver.under_way SET until = clock_timestamp()");

        assertThat(moments.by(databaseClock())).contains(moments.newest());
        assertThat(underWay()).isZero();
    }

    @Test
    void a_mark_whose_time_is_up_counts_until_what_the_server_has_by_then_is_followed() throws Exception {
        Moment before = moments.newest();
        CompletableFuture<Void> appended;
        Instant justPast;
        try (Connection follower = database.pool().getConnection()) {
            follower.setAutoCommit(false);
            follower.createStatement().execute("SELECT FROM axonserver.head FOR UPDATE");
            appended = CompletableFuture.runAsync(this::register);
            eventually(() -> assertThat(server.stored()).hasSize((int) before.position() + 1));
            database.asSuperuser("UPDATE axonserver.under_way SET until = clock_timestamp()");
            justPast = databaseClock();

            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> moments.by(justPast));
            follower.rollback();
        }

        appended.get(10, TimeUnit.SECONDS);
        assertThat(moments.by(justPast)).contains(moments.newest());
        assertThat(moments.newest().position()).isEqualTo(before.position() + 1);
        assertThat(underWay()).isZero();
    }

    private void register() {
        assertThat(writer.commands().send(Requests.of(CaseId.random(), Requests.register("庚"))))
                .isInstanceOf(Done.class);
    }

    private long underWay() {
        return JdbcClient.create(database.pool())
                .sql("SELECT count(*) FROM axonserver.under_way")
                .query(Long.class)
                .single();
    }

    private Instant databaseClock() {
        return JdbcClient.create(database.pool())
                .sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
