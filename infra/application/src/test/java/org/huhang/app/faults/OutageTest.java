package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.huhang.app.database.Cluster;
import org.huhang.app.database.SmallFileSystem;
import org.huhang.app.testing.Said;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL stands still, its disk is full, a clock is wrong: what a caller is told meanwhile, and what is left after. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class OutageTest {

    private static final boolean SOAK = System.getProperty("soak") != null;
    private static final long SEED = 20261123;
    private static final int MEGABYTES = 400;
    private static final Duration STANDSTILL = Duration.ofSeconds(SOAK ? 60 : 12);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(16);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofSeconds(3);
    private static final String DOES_NOT_ANSWER =
            "The database does not answer this process: it is asked every second until it does";

    @TempDir
    static Path folder;

    private static final List<String> WHY_NOT = new ArrayList<>();
    private static Optional<SmallFileSystem> disk;
    private static Cluster cluster;
    private static Outage outage;

    @BeforeAll
    static void a_cluster_on_a_small_disk_where_there_can_be_one() throws Exception {
        System.out.println("OutageTest: seed " + SEED);
        disk = SmallFileSystem.at(Files.createDirectory(folder.resolve("disk")), MEGABYTES, WHY_NOT);
        cluster = disk.map(Cluster::create).orElseGet(() -> Cluster.create(folder.resolve("cluster")));
        outage = new Outage(folder, cluster.url(), List.of(MovableClock.class));
    }

    @AfterAll
    static void close() {
        Stream.of(Optional.ofNullable(outage), Optional.ofNullable(cluster), disk)
                .flatMap(Optional::stream)
                .forEach(OutageTest::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void while_postgresql_stands_still_every_caller_is_answered_and_work_goes_on_within_ten_seconds_after()
            throws Exception {
        outage.work(SEED);
        outage.heardMore(50, LONGEST_ANSWER);
        String key = UUID.randomUUID().toString();
        List<Probe> answers = new ArrayList<>();
        List<Probe> health = new ArrayList<>();
        List<Probe> metrics = new ArrayList<>();

        long begun = System.nanoTime();
        cluster.freeze();
        try (Said said = Said.byAnybody();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (System.nanoTime() - begun < STANDSTILL.toNanos()) {
                List<Future<Probe>> calls = List.of(
                        callers.submit(() -> Probe.command(outage.application(), key)),
                        callers.submit(() -> Probe.query(outage.application())));
                Outage.until("it is known that nothing answers", LONGEST_ANSWER, () -> {
                    health.add(Probe.health(outage.application()));
                    metrics.add(Probe.metrics(outage.application()));
                    return health.getLast().answer().status() == 503;
                });
                for (Future<Probe> call : calls) {
                    answers.add(call.get());
                }
            }
            assertThat(said.lines()).filteredOn(DOES_NOT_ANSWER::equals).hasSize(1);
            assertThat(said.lines()).hasSizeLessThan(health.size());
        } finally {
            cluster.thaw();
        }
        assertThat(answers).allMatch(Probe::saysLater);
        assertThat(answers).allMatch(answer -> answer.took().compareTo(LONGEST_ANSWER) < 0);

        // Told from memory: nothing that stands still is waited for.
        assertThat(health)
                .hasSizeGreaterThan(20)
                .allMatch(answer -> answer.took().compareTo(AT_ONCE) < 0);
        assertThat(metrics)
                .allMatch(answer -> answer.answer().status() == 200)
                .allMatch(answer -> answer.took().compareTo(AT_ONCE) < 0);
        assertThat(metrics.getLast().answer().body()).contains("huhang_database_up 0");

        outage.heardMore(50, LONGEST_RECOVERY);
        Outage.until(
                "it is known that it answers",
                LONGEST_RECOVERY,
                () -> Probe.health(outage.application()).answer().status() == 200);
        Outage.until(
                "queries are answered",
                LONGEST_RECOVERY,
                () -> Probe.query(outage.application()).answer().status() == 200);
        Probe found = Probe.command(outage.application(), key);
        assertThat(found.answer().status()).as(found.toString()).isEqualTo(201);
        assertThat(found.position())
                .isEqualTo(Probe.command(outage.application(), key).position());
        outage.rest();
        outage.requireNothingLost(cluster);
        outage.requireReadModelsCatchUp(cluster);
    }

    @Test
    void a_full_disk_is_told_to_every_caller_loses_nothing_and_needs_nobody_once_there_is_space() throws Exception {
        assumeTrue(
                disk.isPresent(),
                () -> "No small file system can be made here, neither by root nor in a namespace: " + WHY_NOT);
        outage.work(SEED + 1);
        outage.heardMore(50, LONGEST_ANSWER);

        disk.get().fill();
        List<Probe> answers = new ArrayList<>();
        try {
            Outage.until("the disk is full", Duration.ofMinutes(1), () -> {
                answers.add(
                        Probe.command(outage.application(), UUID.randomUUID().toString()));
                return answers.getLast().answer().status() >= 500;
            });
            Probe full = answers.getLast();
            assertThat(full.saysLater()).as(full.toString()).isTrue();
            assertThat(full.answer().code()).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(full.took()).isLessThan(LONGEST_ANSWER);
        } finally {
            disk.get().free();
        }
        outage.heardMore(50, LONGEST_RECOVERY);
        outage.rest();
        outage.requireNothingLost(cluster);
        outage.requireReadModelsCatchUp(cluster);
    }

    /** Their batches are the only thing a crash may take back: rows and position together, to be taken in again. */
    @Test
    void read_models_that_a_crash_took_back_catch_up_by_themselves_with_nothing_new_to_follow() throws Exception {
        cluster.stop("fast");
        cluster.with("wal_writer_delay=10s").start();
        Outage.until(
                "commands are taken",
                LONGEST_RECOVERY,
                () -> Probe.command(outage.application(), UUID.randomUUID().toString())
                                .answer()
                                .status()
                        == 201);
        for (int crash = 0; crash < 3; crash++) {
            Probe probe = Probe.command(outage.application(), UUID.randomUUID().toString());
            outage.requireReadModelsCatchUp(cluster);
            cluster.killPostmaster();
            cluster.start();
            Outage.until(
                    "read models are where they were",
                    LONGEST_RECOVERY,
                    () -> Probe.readModelsReach(probe.position().orElseThrow(), outage.application()));
        }
    }

    @Test
    void an_hour_forth_and_back_on_the_application_s_clock_changes_no_order_and_no_time_of_record() throws Exception {
        MovableClock clock = outage.application().bean(MovableClock.class);
        try {
            for (Duration off : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ZERO)) {
                clock.off(off);
                Instant before = databaseClock();
                Probe probe =
                        Probe.command(outage.application(), UUID.randomUUID().toString());
                assertThat(probe.answer().status()).as(probe.toString()).isEqualTo(201);
                assertThat(recordedAt(probe.position().orElseThrow())).isBetween(before, databaseClock());
            }
        } finally {
            clock.off(Duration.ZERO);
        }
        outage.requireNothingLost(cluster);
    }

    /** As if the log's last fact had been recorded by a clock that was since put back by an hour. */
    @Test
    void an_hour_back_on_the_database_s_clock_does_not_take_the_time_of_record_back() throws Exception {
        long last = cluster.count("SELECT position FROM log.head");
        Instant really = recordedAt(last);
        lastRecordedAt(last, databaseClock().plus(Duration.ofHours(1)));
        Instant before = recordedAt(last);
        List<Instant> recorded = new ArrayList<>();
        for (int command = 0; command < 3; command++) {
            Probe probe = Probe.command(outage.application(), UUID.randomUUID().toString());
            recorded.add(recordedAt(probe.position().orElseThrow()));
        }
        lastRecordedAt(last, really);
        assertThat(recorded).isSorted().allMatch(at -> !at.isBefore(before));
        outage.requireNothingLost(cluster);
    }

    /** What no application can do. */
    private static void lastRecordedAt(long position, Instant at) throws SQLException {
        cluster.execute("ALTER TABLE log.event DISABLE TRIGGER append_only");
        cluster.execute("UPDATE log.event SET recorded_at = '" + at + "' WHERE position = " + position);
        cluster.execute("ALTER TABLE log.event ENABLE TRIGGER append_only");
    }

    /** At which a fact would be recorded now. */
    private static Instant databaseClock() throws SQLException {
        return instant("SELECT greatest(clock_timestamp(), recorded_at) FROM log.head");
    }

    private static Instant recordedAt(long position) throws SQLException {
        return instant("SELECT recorded_at FROM log.event WHERE position = " + position);
    }

    private static Instant instant(String sql) throws SQLException {
        try (Connection database = cluster.connect();
                Statement query = database.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
