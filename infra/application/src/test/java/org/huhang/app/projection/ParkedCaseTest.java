package org.huhang.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.app.projection.Installation.until;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.LogScan;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts a projection cannot apply, processes that end in the middle, and rebuilds that were not finished. */
class ParkedCaseTest {

    @TempDir
    static Path data;

    private static Installation huhang;
    private static int chapter;

    @BeforeAll
    static void start() {
        huhang = new Installation(data, "--huhang.read-models.segments=3");
        huhang.tell(++chapter);
    }

    @AfterAll
    static void close() {
        if (huhang != null) {
            huhang.close();
        }
    }

    @AfterEach
    void nothing_is_parked_in_the_end() throws Exception {
        huhang.breakable.mend();
        rebuild();
        assertThat(huhang.status("breakable").parked()).isZero();
    }

    @Test
    void a_fact_that_cannot_be_applied_parks_its_case_alone_until_it_is_replayed() {
        huhang.caughtUp("breakable");
        long failsAt = huhang.head() + 3;
        huhang.breakable.failAt(failsAt);
        huhang.tell(++chapter);

        Map<String, List<String>> rows = huhang.caughtUp("breakable");
        CaseId parked = caseAt(failsAt);
        assertThat(parkedCases()).singleElement().satisfies(it -> {
            assertThat(it.caseId()).isEqualTo(parked);
            assertThat(it.position()).isEqualTo(failsAt);
            assertThat(it.reason()).isEqualTo("IllegalStateException");
        });
        assertThat(rows.get("fact"))
                .as("its later facts are passed over, all others are not")
                .hasSize((int) (huhang.head() - passedOver(parked, failsAt)));
        assertThat(huhang.status("breakable").state()).isEqualTo(ReadModelStatus.State.UP_TO_DATE);
        assertThat(huhang.status("audit").parked()).isZero();

        Unparking unparking = huhang.get(Unparking.class);
        assertThat(unparking.replay(huhang.model("breakable"), parked)).isFalse();
        assertThat(huhang.rows("breakable")).isEqualTo(rows);

        huhang.breakable.mend();
        assertThat(unparking.replay(huhang.model("breakable"), parked)).isTrue();
        assertThat(parkedCases()).isEmpty();
        assertThat(huhang.rows("breakable").get("fact")).hasSize((int) huhang.head());
        assertThat(huhang.model("breakable").condition()).isInstanceOf(Condition.Following.class);
    }

    @Test
    void a_row_that_the_database_does_not_take_parks_its_case_alone() {
        huhang.caughtUp("breakable");
        long refusedAt = huhang.head() + 5;
        huhang.breakable.beRefusedAt(refusedAt);
        huhang.tell(++chapter);

        Map<String, List<String>> rows = huhang.caughtUp("breakable");
        assertThat(parkedCases()).singleElement().satisfies(it -> {
            assertThat(it.position()).isEqualTo(refusedAt);
            assertThat(it.reason()).isEqualTo("SQL state 23502");
        });
        assertThat(rows.get("fact")).hasSize((int) (huhang.head() - passedOver(caseAt(refusedAt), refusedAt)));
    }

    @Test
    void a_rebuild_parks_the_cases_that_following_parks() throws Exception {
        huhang.caughtUp("breakable");
        huhang.breakable.failAt(huhang.head() + 3);
        huhang.tell(++chapter);
        Map<String, List<String>> followed = huhang.caughtUp("breakable");
        List<ParkedCase> parked = parkedCases();

        rebuild();

        assertThat(huhang.rows("breakable")).isEqualTo(followed);
        assertThat(parkedCases())
                .extracting(ParkedCase::position)
                .isEqualTo(parked.stream().map(ParkedCase::position).toList());

        huhang.breakable.mend();
        huhang.breakable.beRefusedAt(parked.getFirst().position());
        rebuild();

        assertThat(huhang.rows("breakable")).isEqualTo(followed);
        assertThat(parkedCases()).extracting(ParkedCase::reason).containsExactly("SQL state 23502");
    }

    @Test
    void another_process_goes_on_where_one_has_died_in_the_middle_of_a_batch() throws Exception {
        huhang.caughtUp("breakable");
        long before = huhang.head();
        try (Connection other = huhang.get(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            try (Statement claim = other.createStatement()) {
                claim.execute("SELECT position FROM breakable.progress FOR NO KEY UPDATE");
                huhang.tell(++chapter);
                huhang.caughtUp("audit");
                assertThat(huhang.get(ReadModels.class).position("breakable")).isEqualTo(before);
                claim.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            } catch (SQLException died) {
                assertThat(died.getSQLState()).startsWith("57");
            }
        }

        assertThat(huhang.caughtUp("breakable").get("fact")).hasSize((int) huhang.head());
    }

    @Test
    void a_rebuild_goes_on_with_the_parts_that_are_left() throws Exception {
        huhang.tell(++chapter);
        Map<String, List<String>> followed = huhang.caughtUp("statistics");
        ReadModel model = huhang.model("statistics");
        List<Integer> parts = new ArrayList<>();
        try (Turns.Turn _ =
                new Turns(huhang.get(DataSource.class)).take("statistics").orElseThrow()) {
            ScanThatFails failing = new ScanThatFails(huhang.get(LogScan.class), 3);
            RebuildTools tools = huhang.tools(failing, 2);
            assertThat(fault(model, tools)).hasMessage("the reader died");
            new RebuildPlan(model.next(), huhang.client())
                    .parts().stream().filter(part -> !part.done()).forEach(part -> parts.add(part.number()));
            assertThat(parts)
                    .isNotEmpty()
                    .hasSizeLessThan(tools.parts(huhang.get(LogScan.class).cases()));
            assertThat(huhang.rows("statistics")).isEqualTo(followed);

            ScanThatFails counting = new ScanThatFails(huhang.get(LogScan.class), Integer.MAX_VALUE);
            assertThat(fault(model, huhang.tools(counting, 2))).isNull();
            assertThat(counting.parts).containsExactlyInAnyOrderElementsOf(parts);
        }
        assertThat(huhang.rows("statistics")).isEqualTo(followed);
    }

    @Test
    void a_rebuild_that_a_process_has_left_is_gone_on_with_unasked() throws Exception {
        Map<String, List<String>> followed = huhang.caughtUp("worklist");
        ReadModel model = huhang.model("worklist");
        try (Turns.Turn _ =
                new Turns(huhang.get(DataSource.class)).take("worklist").orElseThrow()) {
            assertThat(fault(model, huhang.tools(new ScanThatFails(huhang.get(LogScan.class), 1), 2)))
                    .hasMessage("the reader died");
            assertThat(model.next().exists()).isTrue();
        }

        until(() -> !model.next().exists());

        assertThat(huhang.rows("worklist")).isEqualTo(followed);
    }

    @Test
    void the_previous_copy_can_be_brought_back_and_discarded() throws Exception {
        rebuild();
        huhang.tell(++chapter);
        Map<String, List<String>> followed = huhang.caughtUp("breakable");

        huhang.get(Rebuilds.class).restorePrevious("breakable").get(60, TimeUnit.SECONDS);

        assertThat(huhang.caughtUp("breakable")).isEqualTo(followed);
        assertThat(huhang.model("breakable").previous().exists()).isTrue();
        huhang.get(Rebuilds.class).discardPrevious("breakable");
        assertThat(huhang.model("breakable").previous().exists()).isFalse();
    }

    private static Throwable fault(ReadModel model, RebuildTools tools) throws InterruptedException {
        try (ExecutorService cursors = Executors.newFixedThreadPool(1)) {
            RebuildProgress progress = new RebuildProgress(InstantSource.system());
            new Rebuild(model, tools, cursors, progress).run();
            assertThat(progress.facts()).isEqualTo(progress.total());
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void rebuild() throws Exception {
        until(() -> !huhang.get(Rebuilds.class).isRunning("breakable"));
        huhang.get(Rebuilds.class).begin("breakable").get(60, TimeUnit.SECONDS);
    }

    private static List<ParkedCase> parkedCases() {
        return huhang.model("breakable").live().parked().first(10);
    }

    private static CaseId caseAt(long position) {
        return huhang.get(CaseLog.class).after(position - 1, 1).getFirst().caseId();
    }

    private static long passedOver(CaseId caseId, long from) {
        return huhang.get(CaseLog.class).history(caseId).stream()
                .map(Recorded::position)
                .filter(position -> position >= from)
                .count();
    }
}
