package org.huhang.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class LogScanTest {

    private static final LogScan.Wanted EVERYTHING = new LogScan.Wanted(type -> true, false, 0, 1);

    @Test
    void a_scan_given_up_leaves_its_connection_fit_for_the_next_to_use() throws Exception {
        try (LogDatabase database = LogDatabase.create();
                OneProcess process = new OneProcess(database.pool())) {
            JdbcClient.create(database.pool())
                    .sql("""
                            INSERT INTO log.event (position, stream, version, name, revision, payload, metadata, recorded_at,
                                effective_on, message_id)
                            SELECT n, :case, n, 'ChildSaved', 1, jsonb_build_object('text', repeat('x', 500)), '{}', now(),
                                current_date, gen_random_uuid()
                            FROM generate_series(1, 20000) n""")
                    .param("case", UUID.randomUUID())
                    .update();
            SingleConnectionDataSource one =
                    new SingleConnectionDataSource(database.pool().getConnection(), true);
            LogScan scan = new PostgresLogScan(one, process.get(EventCodec.class));

            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> scan.scan(0, 20_000, EVERYTHING, (facts, position) -> {}))
                        .isInstanceOf(UnreadableEvent.class);
                assertThat(JdbcClient.create(one)
                                .sql("SELECT count(*) FROM log.event")
                                .query(Long.class)
                                .single())
                        .isEqualTo(20_000);
            }
            one.destroy();
        }
    }
}
