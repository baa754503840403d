package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.huhang.app.HuhangApplication;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.log.EventLog;
import org.huhang.log.read.LogScan;
import org.huhang.projection.schema.Schemas;
import org.huhang.query.ReadModels;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** The application as it runs, with one read model more: a breakable one. */
final class Installation implements AutoCloseable {

    private final AtomicInteger chapters = new AtomicInteger();
    final BreakableProjection breakable = new BreakableProjection();
    private final ConfigurableApplicationContext application;

    /** One for all tests of this JVM that leave every read model caught up and nothing parked; ends with it. */
    static Installation shared() {
        return Shared.INSTANCE;
    }

    Installation(Path data, String... keys) {
        SpringApplication starting = new SpringApplication(HuhangApplication.class);
        starting.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("breakable", BreakableProjection.class, () -> breakable));
        starting.setRegisterShutdownHook(false);
        application = starting.run(RunningApplication.arguments(data, keys).toArray(String[]::new));
    }

    /** Some fifty facts about new cases. */
    void tell() {
        assertThat(new Story(get(CommandGateway.class)).tell(chapters.incrementAndGet()))
                .isEmpty();
    }

    CompletableFuture<Void> beginRebuild(String name) {
        return get(Rebuilds.class).begin(name);
    }

    void rebuild(String name) throws Exception {
        until(() -> !get(Rebuilds.class).isRunning(name));
        beginRebuild(name).get(60, TimeUnit.SECONDS);
    }

    ReadModel model(String name) {
        return get(ReadModelCatalogue.class).named(name);
    }

    ReadModelStatus status(String name) {
        return ReadModelStatus.of(model(name), head());
    }

    /** Every row, once the read model has taken in the whole log. */
    Map<String, List<String>> caughtUp(String name) {
        until(() -> get(ReadModels.class).position(name) == head());
        return rows(name);
    }

    Map<String, List<String>> rows(String schema) {
        return Tables.of(schema, client());
    }

    RebuildTools tools(LogScan scan, int casesInMemory) {
        return new RebuildTools(
                get(DataSource.class),
                get(Schemas.class),
                get(EventLog.class),
                scan,
                transaction(),
                2,
                2,
                casesInMemory);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    JdbcClient client() {
        return JdbcClient.create(get(DataSource.class));
    }

    long head() {
        return get(EventLog.class).head();
    }

    <T> T get(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }

    /** Bounded; a poll of the read models themselves, not a measure of how fast they are. */
    static void until(BooleanSupplier reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static final class Shared {
        static final Installation INSTANCE = start();

        private static Installation start() {
            try {
                Path folder = Files.createTempDirectory("huhang-projections");
                Installation installation = new Installation(
                        folder, "--huhang.read-models.segments=2", "--huhang.read-models.rebuild-cases-in-memory=6");
                installation.tell();
                installation.tell();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    installation.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }));
                return installation;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
