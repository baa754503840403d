package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts that a projection cannot apply, followed and rebuilt. */
class ParkedCaseTest {

    private static final Installation HUHANG = Installation.shared();

    @AfterEach
    void nothing_is_parked_in_the_end() throws Exception {
        HUHANG.breakable.mend();
        HUHANG.rebuild("breakable");
        assertThat(HUHANG.status("breakable").parked()).isZero();
    }

    @Test
    void a_fact_that_cannot_be_applied_parks_its_case_alone_until_it_is_replayed() {
        HUHANG.caughtUp("breakable");
        long failsAt = HUHANG.head() + 3;
        HUHANG.breakable.failAt(failsAt);
        HUHANG.tell();

        Map<String, List<String>> rows = HUHANG.caughtUp("breakable");
        CaseId parked = caseAt(failsAt);
        assertThat(parkedCases()).singleElement().satisfies(it -> {
            assertThat(it.caseId()).isEqualTo(parked);
            assertThat(it.position()).isEqualTo(failsAt);
            assertThat(it.reason()).isEqualTo("IllegalStateException");
        });
        assertThat(rows.get("fact"))
                .as("its later facts are passed over, all others are not")
                .hasSize((int) (HUHANG.head() - passedOver(parked, failsAt)));
        assertThat(HUHANG.status("breakable").state()).isEqualTo(ReadModelStatus.State.UP_TO_DATE);
        assertThat(HUHANG.status("audit").parked()).isZero();

        Unparking unparking = HUHANG.get(Unparking.class);
        assertThat(unparking.replay(HUHANG.model("breakable"), parked)).isFalse();
        assertThat(HUHANG.rows("breakable")).isEqualTo(rows);

        HUHANG.breakable.mend();
        assertThat(unparking.replay(HUHANG.model("breakable"), parked)).isTrue();
        assertThat(parkedCases()).isEmpty();
        assertThat(HUHANG.rows("breakable").get("fact")).hasSize((int) HUHANG.head());
        assertThat(HUHANG.model("breakable").condition()).isInstanceOf(Condition.Following.class);
    }

    @Test
    void a_row_that_the_database_does_not_take_parks_its_case_alone() {
        HUHANG.caughtUp("breakable");
        long refusedAt = HUHANG.head() + 5;
        HUHANG.breakable.beRefusedAt(refusedAt);
        HUHANG.tell();

        Map<String, List<String>> rows = HUHANG.caughtUp("breakable");
        assertThat(parkedCases()).singleElement().satisfies(it -> {
            assertThat(it.position()).isEqualTo(refusedAt);
            assertThat(it.reason()).isEqualTo("SQL state 23502");
        });
        assertThat(rows.get("fact")).hasSize((int) (HUHANG.head() - passedOver(caseAt(refusedAt), refusedAt)));
    }

    @Test
    void a_rebuild_parks_the_cases_that_following_parks() throws Exception {
        HUHANG.caughtUp("breakable");
        HUHANG.breakable.failAt(HUHANG.head() + 3);
        HUHANG.tell();
        Map<String, List<String>> followed = HUHANG.caughtUp("breakable");
        List<ParkedCase> parked = parkedCases();

        HUHANG.rebuild("breakable");

        assertThat(HUHANG.rows("breakable")).isEqualTo(followed);
        assertThat(parkedCases())
                .extracting(ParkedCase::position)
                .isEqualTo(parked.stream().map(ParkedCase::position).toList());

        HUHANG.breakable.mend();
        HUHANG.breakable.beRefusedAt(parked.getFirst().position());
        HUHANG.rebuild("breakable");

        assertThat(HUHANG.rows("breakable")).isEqualTo(followed);
        assertThat(parkedCases()).extracting(ParkedCase::reason).containsExactly("SQL state 23502");
    }

    private static List<ParkedCase> parkedCases() {
        return HUHANG.model("breakable").live().parked().first(10);
    }

    private static CaseId caseAt(long position) {
        return HUHANG.get(EventLog.class).after(position - 1, 1).getFirst().caseId();
    }

    private static long passedOver(CaseId caseId, long from) {
        return HUHANG.get(EventLog.class).history(caseId).stream()
                .map(Recorded::position)
                .filter(position -> position >= from)
                .count();
    }
}
