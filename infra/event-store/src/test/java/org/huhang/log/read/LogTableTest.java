package org.huhang.log.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.read.LogTable.Beyond;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LogTableTest {

    @Test
    void of_a_stream_only_what_each_has_not_seen_is_told() {
        try (LogDatabase database = LogDatabase.create();
                OneProcess process = new OneProcess(database.pool())) {
            CaseId one = CaseId.random();
            CaseId other = CaseId.random();
            for (CaseId caseId : List.of(one, other)) {
                process.commands().send(Requests.of(caseId, Requests.register("林小满")));
                process.commands().send(Requests.of(caseId, Requests.close()));
            }
            LogTable table = new LogTable(JdbcClient.create(database.pool()), process.get(EventCodec.class));

            List<List<Entry>> answers = table.streams(List.of(
                    new Beyond(one.value(), 0),
                    new Beyond(UUID.randomUUID(), -1),
                    new Beyond(other.value(), 1),
                    new Beyond(one.value(), -1)));

            assertThat(answers)
                    .map(entries -> entries.stream()
                            .map(entry ->
                                    entry.fact().caseId() + " " + entry.fact().version())
                            .toList())
                    .containsExactly(List.of(one + " 1"), List.of(), List.of(), List.of(one + " 0", one + " 1"));
        }
    }
}
