package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.projection.Installation.until;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.huhang.log.read.LogScan;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.Test;

/** Processes that end in the middle of following or of a rebuild, and the copy that a rebuild leaves. */
class UnfinishedWorkTest {

    private static final Installation HUHANG = Installation.shared();

    @Test
    void another_process_goes_on_where_one_has_died_in_the_middle_of_a_batch() throws Exception {
        HUHANG.caughtUp("breakable");
        long before = HUHANG.head();
        try (Connection other = HUHANG.get(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            try (Statement claim = other.createStatement()) {
                claim.execute("SELECT position FROM breakable.progress FOR NO KEY UPDATE");
                HUHANG.tell();
                HUHANG.caughtUp("audit");
                assertThat(HUHANG.get(ReadModels.class).position("breakable")).isEqualTo(before);
                claim.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            } catch (SQLException died) {
                assertThat(died.getSQLState()).startsWith("57");
            }
        }

        assertThat(HUHANG.caughtUp("breakable").get("fact")).hasSize((int) HUHANG.head());
    }

    @Test
    void a_rebuild_goes_on_with_the_parts_that_are_left() throws Exception {
        HUHANG.tell();
        Map<String, List<String>> followed = HUHANG.caughtUp("statistics");
        ReadModel model = HUHANG.model("statistics");
        List<Integer> parts = new ArrayList<>();
        try (RebuildLease _ =
                RebuildLease.take(HUHANG.get(DataSource.class), "statistics").orElseThrow()) {
            ScanThatFails failing = new ScanThatFails(HUHANG.get(LogScan.class), 3);
            RebuildTools tools = HUHANG.tools(failing, 2);
            assertThat(fault(model, tools)).hasMessage("the reader died");
            new RebuildPlan(model.next(), HUHANG.client())
                    .parts().stream().filter(part -> !part.done()).forEach(part -> parts.add(part.number()));
            assertThat(parts)
                    .isNotEmpty()
                    .hasSizeLessThan(tools.parts(HUHANG.get(LogScan.class).cases()));
            assertThat(HUHANG.rows("statistics")).isEqualTo(followed);

            ScanThatFails counting = new ScanThatFails(HUHANG.get(LogScan.class), Integer.MAX_VALUE);
            assertThat(fault(model, HUHANG.tools(counting, 2))).isNull();
            assertThat(counting.parts).containsExactlyInAnyOrderElementsOf(parts);
        }
        assertThat(HUHANG.rows("statistics")).isEqualTo(followed);
    }

    @Test
    void a_rebuild_that_a_process_has_left_is_gone_on_with_unasked() throws Exception {
        Map<String, List<String>> followed = HUHANG.caughtUp("worklist");
        ReadModel model = HUHANG.model("worklist");
        try (RebuildLease _ =
                RebuildLease.take(HUHANG.get(DataSource.class), "worklist").orElseThrow()) {
            assertThat(fault(model, HUHANG.tools(new ScanThatFails(HUHANG.get(LogScan.class), 1), 2)))
                    .hasMessage("the reader died");
            assertThat(model.next().exists()).isTrue();
        }

        until(() -> !model.next().exists());

        assertThat(HUHANG.rows("worklist")).isEqualTo(followed);
    }

    @Test
    void a_rebuild_whose_reader_runs_out_of_memory_has_ended() throws Exception {
        LogScan log = HUHANG.get(LogScan.class);
        endsAndLeavesTheNextOneItsLease(new LogScan() {
            @Override
            public void scan(long after, long upTo, Wanted wanted, Sink sink) {
                throw new OutOfMemoryError("of a test");
            }

            @Override
            public long cases() {
                return log.cases();
            }
        });
    }

    @Test
    void so_has_one_that_runs_out_of_memory_before_it_reads() throws Exception {
        LogScan log = HUHANG.get(LogScan.class);
        endsAndLeavesTheNextOneItsLease(new LogScan() {
            @Override
            public void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException {
                log.scan(after, upTo, wanted, sink);
            }

            @Override
            public long cases() {
                throw new OutOfMemoryError("of a test");
            }
        });
    }

    private static void endsAndLeavesTheNextOneItsLease(LogScan withoutMemory) throws Exception {
        Map<String, List<String>> followed = HUHANG.caughtUp("breakable");
        ReadModelCatalogue models = HUHANG.get(ReadModelCatalogue.class);
        try (Rebuilds rebuilds = new Rebuilds(models, HUHANG.tools(withoutMemory, 2), InstantSource.system())) {
            assertThat(rebuilds.begin("breakable"))
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableThat()
                    .withRootCauseInstanceOf(OutOfMemoryError.class);
            assertThat(rebuilds.isRunning("breakable")).isFalse();
        }
        until(() -> !HUHANG.model("breakable").next().exists());

        HUHANG.rebuild("breakable");
        assertThat(HUHANG.rows("breakable")).isEqualTo(followed);
    }

    @Test
    void the_previous_copy_can_be_brought_back_and_discarded() throws Exception {
        HUHANG.rebuild("breakable");
        HUHANG.tell();
        Map<String, List<String>> followed = HUHANG.caughtUp("breakable");

        HUHANG.get(Rebuilds.class).restorePrevious("breakable").get(60, TimeUnit.SECONDS);

        assertThat(HUHANG.caughtUp("breakable")).isEqualTo(followed);
        assertThat(HUHANG.model("breakable").previous().exists()).isTrue();
        HUHANG.get(Rebuilds.class).discardPrevious("breakable");
        assertThat(HUHANG.model("breakable").previous().exists()).isFalse();
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
}
