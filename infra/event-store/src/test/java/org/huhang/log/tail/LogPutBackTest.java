package org.huhang.log.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import java.sql.SQLException;
import java.util.List;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Answer.Declined;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that has less of the log than a process remembers: a standby that lagged behind, or a backup. */
class LogPutBackTest {

    private final LogDatabase database = LogDatabase.create();
    private final OneProcess process = new OneProcess(database.pool());
    private final CaseId closed = CaseId.random();

    @BeforeEach
    void a_case_that_was_closed_is_open_again() throws SQLException {
        send(closed, Requests.register("林小满"));
        send(closed, Requests.close());
        assertThat(remembered()).containsExactly(closed + " 0", closed + " 1");

        database.asSuperuser("ALTER TABLE log.event DISABLE TRIGGER USER; DELETE FROM log.event WHERE position > 1;"
                + " ALTER TABLE log.event ENABLE TRIGGER USER");
    }

    @AfterEach
    void close() {
        process.close();
        database.close();
    }

    @Test
    void what_is_no_longer_there_is_forgotten_before_long() {
        eventually(() -> assertThat(remembered()).containsExactly(closed + " 0"));
    }

    @Test
    void so_it_is_where_another_process_has_gone_on_as_far_meanwhile() {
        try (OneProcess other = new OneProcess(database.pool())) {
            CaseId next = CaseId.random();
            other.commands().send(Requests.of(next, Requests.register("丁")));

            eventually(() -> assertThat(remembered()).containsExactly(closed + " 0", next + " 0"));
        }
    }

    @Test
    void the_next_fact_takes_the_place_of_the_one_that_is_gone_and_nobody_decides_on_that_any_more() {
        CaseId next = CaseId.random();
        assertThat(send(next, Requests.register("丁")))
                .isInstanceOfSatisfying(
                        Done.class, it -> assertThat(it.position()).isEqualTo(2));

        assertThat(remembered()).containsExactly(closed + " 0", next + " 0");
        assertThat(send(closed, new Reopen(Narrative.of("又回来了。"), Samples.DAY)))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.refusal().code()).isEqualTo(RefusalCode.CASE_NOT_CLOSED));
    }

    @Test
    void what_was_decided_on_the_one_that_is_gone_is_decided_anew_even_before_anybody_has_noticed() {
        assertThat(send(closed, new Reopen(Narrative.of("又回来了。"), Samples.DAY)))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.refusal().code()).isEqualTo(RefusalCode.CASE_NOT_CLOSED));

        assertThat(remembered()).containsExactly(closed + " 0");
        assertThat(send(closed, Requests.close())).isInstanceOf(Done.class);
        assertThat(remembered()).containsExactly(closed + " 0", closed + " 1");
    }

    private Answer send(CaseId caseId, CaseCommand command) {
        return process.commands().send(Requests.of(caseId, command));
    }

    private List<String> remembered() {
        return process.log().after(0, 10).stream()
                .map((Recorded fact) -> fact.caseId() + " " + fact.version())
                .toList();
    }
}
