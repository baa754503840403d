package org.huhang.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogSignalTest {

    private static LogDatabase database;
    private static OneProcess reader;
    private static OneProcess writer;

    @BeforeAll
    static void two_processes_on_one_database() {
        database = LogDatabase.create();
        reader = new OneProcess(database.pool());
        writer = new OneProcess(database.pool());
    }

    @AfterAll
    static void close() {
        writer.close();
        reader.close();
        database.close();
    }

    @Test
    void who_waits_is_woken_by_a_fact_of_another_process() throws Exception {
        long position = register().position();

        assertThat(reader.get(LogSignal.class).awaitBeyond(position - 1, Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void who_waits_for_what_does_not_come_is_told_so_in_time() throws Exception {
        long position = register().position();

        assertThat(reader.get(LogSignal.class).awaitBeyond(position, Duration.ofMillis(50)))
                .isFalse();
    }

    @Test
    void a_listener_that_lost_its_connection_comes_back() throws Exception {
        int ended = JdbcClient.create(database.pool())
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid() AND query ILIKE 'LISTEN%'"
                        + " OR query LIKE 'SELECT position FROM log.head%' AND pid <> pg_backend_pid()")
                .query(Integer.class)
                .single();
        assertThat(ended).isPositive();

        long position = register().position();

        assertThat(reader.get(LogSignal.class).awaitBeyond(position - 1, Duration.ofSeconds(30)))
                .isTrue();
    }

    private static Done register() {
        return (Done) writer.commands().send(Requests.of(CaseId.random(), Requests.register("林小满")));
    }
}
