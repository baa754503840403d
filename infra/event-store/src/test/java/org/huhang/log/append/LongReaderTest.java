package org.huhang.log.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LongReaderTest {

    private static final int APPENDS = 20;

    /** A backup may read for hours. Rows that appends replaced would stay behind it, and every append walk over them. */
    @Test
    void appends_leave_nothing_dead_behind_a_reader_that_goes_on_for_hours() throws SQLException {
        try (LogDatabase database = LogDatabase.create();
                Connection connection = database.pool().getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient reader = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(count(reader)).isZero();

            try (HikariDataSource own = database.anotherPool();
                    OneProcess process = new OneProcess(own)) {
                for (int child = 0; child < APPENDS; child++) {
                    assertThat(process.commands().send(Requests.of(CaseId.random(), Requests.register("林小满"))))
                            .isInstanceOf(Done.class);
                }
            }

            assertThat(count(reader)).as("the reader reads on").isZero();
            JdbcClient now = JdbcClient.create(database.pool());
            // What the writer's connection did is counted when it ends.
            eventually(() -> assertThat(counted(now, "n_tup_ins")).contains("event"));
            assertThat(counted(now, "n_tup_upd + n_tup_del")).isEmpty();
            connection.rollback();
        }
    }

    private static List<String> counted(JdbcClient client, String what) {
        return client.sql("SELECT relname FROM pg_stat_user_tables WHERE schemaname = 'log' AND relname <>"
                        + " 'flyway_schema_history' AND " + what + " > 0")
                .query(String.class)
                .list();
    }

    private static long count(JdbcClient client) {
        return client.sql("SELECT count(*) FROM log.event").query(Long.class).single();
    }
}
