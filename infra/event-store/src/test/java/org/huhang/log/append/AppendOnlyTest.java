package org.huhang.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendOnlyTest {

    private static LogDatabase database;

    @BeforeAll
    static void one_fact() {
        database = LogDatabase.create();
        try (OneProcess process = new OneProcess(database.pool())) {
            process.commands().send(Requests.of(CaseId.random(), Requests.register("林小满")));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE log.event SET version = 7", "DELETE FROM log.event", "TRUNCATE log.event"})
    void the_application_may_not_change_the_log(String change) {
        assertThatThrownBy(() -> JdbcClient.create(database.pool()).sql(change).update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        assertThat(facts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE log.event SET version = 7", "DELETE FROM log.event", "TRUNCATE log.event"})
    void nor_may_one_who_has_every_right(String change) {
        assertThatThrownBy(() -> database.asSuperuser(change))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"))
                .hasMessageContaining("append-only");
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void what_is_committed_is_on_disk() {
        for (String setting : new String[] {"fsync", "synchronous_commit"}) {
            assertThat(JdbcClient.create(database.pool())
                            .sql("SHOW " + setting)
                            .query(String.class)
                            .single())
                    .isEqualTo("on");
        }
    }

    private static long facts() {
        return JdbcClient.create(database.pool())
                .sql("SELECT count(*) FROM log.event WHERE version = 0")
                .query(Long.class)
                .single();
    }
}
