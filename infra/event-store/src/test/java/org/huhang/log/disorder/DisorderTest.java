package org.huhang.log.disorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.huhang.log.disorder.Disorder.Given;
import org.huhang.log.disorder.Disorder.Outcome;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the log is for, and what a stock engine does not give. The profile {@code soak} commits a million. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class DisorderTest {

    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final int COMMITS = SOAK ? 1_000_000 : 20_000;
    private static final int STOCK_COMMITS = SOAK ? 20_000 : 4_000;

    @Test
    void a_fact_whose_commit_is_slow_is_given_to_readers_before_what_came_after_it() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        try (LogDatabase database = LogDatabase.create();
                OneProcess one = new OneProcess(database.pool());
                OneProcess other = new OneProcess(database.pool())) {
            SlowCommit commit = new SlowCommit(database, "log.event", "stream", slow, quick);

            assertThat(commit.delivered(new OurEngine(one), new OurEngine(other)))
                    .containsExactly(slow, quick);
        }
    }

    /** What the log is for. A reader of the stock engine never hears of the slow one. */
    @Test
    void the_stock_engine_s_readers_are_never_given_it() throws Exception {
        UUID slow = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        try (LogDatabase database = LogDatabase.create()) {
            StockEngine stock = StockEngine.over(database.pool(), Duration.ofMillis(10));
            stock.createTables();
            SlowCommit commit = new SlowCommit(database, StockEngine.TABLE, "aggregateidentifier", slow, quick);

            assertThat(commit.delivered(stock, StockEngine.over(database.pool(), Duration.ofMillis(10))))
                    .containsExactly(quick);
        }
    }

    @Test
    void nobody_who_reads_the_log_skips_or_doubles_a_fact_however_commits_are_ordered_and_stalled() throws Exception {
        System.out.println("DisorderTest: seed " + SEED + ", " + COMMITS + " commits");
        try (LogDatabase database = LogDatabase.create();
                OneProcess one = new OneProcess(database.pool());
                OneProcess other = new OneProcess(database.pool())) {
            Outcome outcome = Disorder.of(
                    database, "log.event", "stream", List.of(new OurEngine(one), new OurEngine(other)), COMMITS, SEED);

            assertThat(outcome.readers()).hasSize(4).allSatisfy(reader -> {
                assertThat(outcome.skippedBy(reader)).isZero();
                assertThat(reader.doubled()).isEmpty();
            });
            assertThat(outcome.readers().stream().map(Given::order).distinct())
                    .as("all read one order")
                    .hasSize(1);
            assertThat(one.log().head()).isEqualTo(COMMITS);
        }
    }

    /** Its readers give up a position that is missing, and never hear of the fact that was late. */
    @Test
    void readers_of_the_stock_engine_skip_facts_in_the_same_disorder() throws Exception {
        System.out.println("DisorderTest: seed " + SEED + ", " + STOCK_COMMITS + " commits by the stock engine");
        try (LogDatabase database = LogDatabase.create()) {
            List<StockEngine> processes = List.of(
                    StockEngine.over(database.pool(), Duration.ofMillis(10)),
                    StockEngine.over(database.pool(), Duration.ofMillis(10)));
            processes.getFirst().createTables();

            Outcome outcome =
                    Disorder.of(database, StockEngine.TABLE, "aggregateidentifier", processes, STOCK_COMMITS, SEED);

            System.out.println("DisorderTest: the stock engine's readers skipped "
                    + outcome.readers().stream().map(outcome::skippedBy).toList() + " of " + STOCK_COMMITS);
            assertThat(outcome.readers()).anyMatch(reader -> outcome.skippedBy(reader) > 0);
        }
    }
}
