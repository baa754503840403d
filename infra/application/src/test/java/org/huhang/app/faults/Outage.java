package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.huhang.app.database.Cluster;
import org.huhang.app.testing.RunningApplication;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.value.CaseId;

/** The whole application over a PostgreSQL that is about to fail, with clients at work who keep their own record. */
final class Outage implements AutoCloseable {

    private static final int OFFICERS = 6;
    private static final int CASES = 12;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final RunningApplication application;
    private final ClientRecord record = new ClientRecord();
    private final LogImage log = new LogImage();
    private final Client client;

    /** @param url by which the application finds its PostgreSQL */
    Outage(Path folder, String url, List<Class<?>> more) {
        application = RunningApplication.startWith(
                more, folder.resolve("data"), "--huhang.database.url=" + url, "--huhang.database.username=huhang");
        client = new Client(application.bean(CommandGateway.class), record::add);
        for (int one = 0; one < CASES; one++) {
            client.adopt(new Errand.Step(CaseId.random(), 0));
        }
    }

    RunningApplication application() {
        return application;
    }

    ClientRecord record() {
        return record;
    }

    void work(long seed) {
        client.work(OFFICERS, seed);
    }

    /** Returns once everything that was asked for with a key is answered. */
    void rest() throws InterruptedException {
        client.rest();
    }

    /** Waits for so many more answers. */
    void heardMore(int answers, Duration longest) {
        long wanted = record.answers() + answers;
        until("work goes on", longest, () -> record.answers() >= wanted);
    }

    /** Everything acknowledged is there, once and whole, in whichever cluster now holds the log. */
    void requireNothingLost(Cluster cluster) throws SQLException {
        List<ClientRecord.Line> told = record.lines();
        try (Connection database = cluster.connect()) {
            log.readOn(database);
            assertThat(Checker.check(told, log.rows(), LogImage.receipts(database)))
                    .isEmpty();
            log.requireUnchanged(database);
        }
        assertThat(told.stream().flatMap(line -> line.answers().stream())).anyMatch(Heard.Done.class::isInstance);
    }

    static void until(String what, Duration longest, BooleanSupplier reached) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + " within " + longest).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** The position up to which every read model has followed. */
    void requireReadModelsCatchUp(Cluster cluster) throws SQLException {
        try (Connection database = cluster.connect()) {
            log.readOn(database);
        }
        long head = log.rows().getLast().position();
        until("read models are up to date", LONGEST, () -> Probe.readModelsReach(head, application));
    }

    @Override
    public void close() {
        application.close();
    }
}
