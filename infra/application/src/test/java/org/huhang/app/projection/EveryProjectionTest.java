package org.huhang.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.huhang.app.HuhangApplication;
import org.huhang.app.schema.Schemas;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.port.CaseCommands;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.Refused;
import org.huhang.log.LogSource;
import org.huhang.query.ReadModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes every projection there is through what may befall it, in the application as it runs, and compares every row. */
class EveryProjectionTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext application;
    private static final BreakableProjection BREAKABLE = new BreakableProjection();

    @BeforeAll
    static void a_story_is_told() {
        SpringApplication starting = new SpringApplication(HuhangApplication.class);
        starting.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("breakable", BreakableProjection.class, () -> BREAKABLE));
        starting.setRegisterShutdownHook(false);
        application = starting.run(RunningApplication.arguments(data).toArray(String[]::new));
        assertThat(new Story(get(CaseCommands.class)).tell(1)).isEmpty();
        assertThat(new Story(get(CaseCommands.class)).tell(2)).isEmpty();
    }

    @AfterAll
    static void close() {
        if (application != null) {
            application.close();
        }
    }

    static Stream<String> names() {
        return get(ReadModelCatalogue.class).all().stream().map(ReadModel::name);
    }

    @Test
    void all_of_them_are_run() {
        assertThat(names()).contains("breakable", "ledger", "statistics", "audit");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_replay_from_the_first_fact_gives_the_same_rows(String name) throws Exception {
        Map<String, List<String>> followed = caughtUp(name);
        assertThat(followed.values()).as("there is something to compare").anyMatch(rows -> !rows.isEmpty());

        get(Rebuilds.class).begin(name).get(60, TimeUnit.SECONDS);

        assertThat(Tables.of(name, client())).isEqualTo(followed);
        assertThat(get(ReadModels.class).position(name)).isEqualTo(head());
        assertThat(Tables.of(name + "_rebuild", client())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void facts_delivered_twice_change_nothing(String name) {
        Map<String, List<String>> followed = caughtUp(name);
        ReadModel model = get(ReadModelCatalogue.class).named(name);
        List<Recorded> all = get(CaseLog.class).after(0, 100_000);

        transaction().executeWithoutResult(status -> FactsInOrder.into(model, model.schema())
                .apply(all));

        assertThat(Tables.of(name, client())).isEqualTo(followed);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_fact_left_out_is_noticed(String name) {
        caughtUp(name);
        ReadModel model = get(ReadModelCatalogue.class).named(name);
        Recorded last = get(CaseLog.class).after(head() - 1, 1).getFirst();
        Recorded tooFar = new Recorded(
                last.position() + 2, last.caseId(), last.version() + 2, last.recordedAt(), last.by(), last.event());

        assertThatThrownBy(() -> transaction().executeWithoutResult(status -> FactsInOrder.into(model, model.schema())
                        .apply(tooFar)))
                .isInstanceOf(CannotApply.class)
                .hasMessageContaining("facts are missing");
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_crash_between_rows_and_position_leaves_neither(String name) throws Exception {
        Map<String, List<String>> followed = caughtUp(name);
        ReadModel model = get(ReadModelCatalogue.class).named(name);
        ReadModelSchema copy = new ReadModelSchema(name + "_crash", client());
        get(Schemas.class).migrate(copy.name(), "db/" + name);
        transaction().executeWithoutResult(status -> copy.prepare());
        Map<String, List<String>> empty = Tables.of(copy.name(), client());

        AtomicReference<Map<String, List<String>>> written = new AtomicReference<>();
        CountDownLatch crashed = new CountDownLatch(1);
        ProgressTokens crashing = new ProgressTokens(copy) {
            @Override
            public void storeToken(TrackingToken token, String processor, int segment) {
                super.storeToken(token, processor, segment);
                if (written.compareAndSet(null, Tables.of(copy.name(), client()))) {
                    crashed.countDown();
                    throw new IllegalStateException("crash");
                }
            }
        };
        try (ScheduledExecutorService threads = Executors.newScheduledThreadPool(2)) {
            PooledStreamingEventProcessor processor = ProjectionRunner.processor(
                            new ReadModel(model.projection(), copy),
                            crashing,
                            get(LogSource.class),
                            get(TransactionManager.class))
                    .coordinatorExecutor(threads)
                    .workerExecutor(threads)
                    .build();
            processor.start();
            assertThat(crashed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(written.get()).as("rows of the transaction that crashed").isNotEqualTo(empty);
            until(() -> copy.position() == head());
            processor.shutDown();
            threads.shutdownNow();
        }

        assertThat(Tables.of(copy.name(), client())).isEqualTo(followed);
        transaction().executeWithoutResult(status -> copy.drop());
    }

    @ParameterizedTest
    @MethodSource("names")
    void it_is_made_anew_while_it_is_written_and_read(String name) throws Exception {
        caughtUp(name);
        CompletableFuture<Void> rebuilt = get(Rebuilds.class).begin(name);
        assertThatThrownBy(() -> get(Rebuilds.class).begin(name)).isInstanceOf(Refused.class);

        int chapter = 100 + Math.floorMod(name.hashCode(), 10_000);
        assertThat(new Story(get(CaseCommands.class)).tell(chapter)).isEmpty();
        get(ReadModels.class).read(name, tables -> tables.sql("SELECT count(*) FROM progress")
                .query(Long.class)
                .single());
        rebuilt.get(60, TimeUnit.SECONDS);

        Map<String, List<String>> swapped = caughtUp(name);
        get(Rebuilds.class).begin(name).get(60, TimeUnit.SECONDS);
        assertThat(Tables.of(name, client())).isEqualTo(swapped);
    }

    @Test
    void a_fact_that_cannot_be_applied_stops_only_its_projection_in_full_view_and_is_not_skipped() throws Exception {
        caughtUp("breakable");
        long failsAt = head() + 2;
        BREAKABLE.failAt(failsAt);
        assertThat(new Story(get(CaseCommands.class)).tell(50_000)).isEmpty();

        until(() -> status("breakable").state() == ReadModelStatus.State.STOPPED);
        ReadModelStatus stopped = status("breakable");
        assertThat(stopped.stoppedAt()).contains(failsAt);
        assertThat(stopped.reason().orElseThrow())
                .contains("IllegalStateException")
                .doesNotContain("张三");
        assertThat(stopped.lag()).isPositive();
        caughtUp("audit");

        BREAKABLE.mend();
        Map<String, List<String>> mended = caughtUp("breakable");
        assertThat(status("breakable").state()).isEqualTo(ReadModelStatus.State.UP_TO_DATE);
        assertThat(mended.get("fact")).hasSize((int) head());
    }

    private static Map<String, List<String>> caughtUp(String name) {
        until(() -> get(ReadModels.class).position(name) == head());
        return Tables.of(name, client());
    }

    private static ReadModelStatus status(String name) {
        return ReadModelStatus.of(get(ReadModelCatalogue.class).named(name), head());
    }

    /** Bounded; a fallback poll of the read models themselves, not a measure of how fast they are. */
    private static void until(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    private static JdbcClient client() {
        return JdbcClient.create(get(DataSource.class));
    }

    private static long head() {
        return get(CaseLog.class).head();
    }

    private static <T> T get(Class<T> type) {
        return application.getBean(type);
    }
}
