package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.app.database.Backup;
import org.huhang.app.database.Cluster;
import org.huhang.app.testing.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a synchronous standby, the primary's end, and an application that knows both addresses. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@BesideOthers
class FailoverTest {

    private static final long SEED = 20261123;
    private static final Duration LONGEST_TAKE_OVER = Duration.ofSeconds(30);

    /** Of connections that nobody says are dead. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void when_the_primary_dies_the_application_goes_on_with_the_standby_and_finds_out_what_was_in_the_air()
            throws Exception {
        try (Cluster primary = Cluster.create(folder.resolve("primary"));
                Cluster standby = Cluster.of(folder.resolve("standby"));
                Outage outage = new Outage(folder, url(primary.host(), standby), List.of())) {
            begin(outage, primary, standby);
            // Nothing is acknowledged without the standby: what is asked for now is in the air.
            standby.freeze();
            Outage.until(
                    "commands are in the air",
                    LONGEST_TAKE_OVER,
                    () -> outage.record().open() > 0);
            primary.killPostmaster();
            standby.thaw();
            goOn(outage, standby, LONGEST_TAKE_OVER);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "soak", matches = ".*", disabledReason = "takes a minute of waiting")
    void when_the_primary_loses_its_power_and_no_connection_is_told_the_application_goes_on_all_the_same()
            throws Exception {
        try (Cluster primary = Cluster.create(folder.resolve("primary"));
                Cluster standby = Cluster.of(folder.resolve("standby"));
                Wire wire = Wire.to(primary.port());
                Outage outage = new Outage(folder, url(wire.host(), standby), List.of())) {
            begin(outage, primary, standby);
            wire.cut();
            primary.killPostmaster();
            goOn(outage, standby, LONGEST_SILENCE);
        }
    }

    /** Everybody at work, and nothing acknowledged that the standby does not have. */
    private static void begin(Outage outage, Cluster primary, Cluster standby) throws Exception {
        System.out.println("FailoverTest: seed " + SEED);
        Backup.COPIED_FILES.of(primary, standby.folder());
        follow(primary, standby.folder());
        standby.start();
        commitOnlyWith(standby, primary);
        outage.work(SEED);
        outage.heardMore(200, LONGEST_TAKE_OVER);
    }

    private static void goOn(Outage outage, Cluster standby, Duration longest) throws Exception {
        standby.promote();
        outage.heardMore(200, longest);
        outage.rest();
        assertThat(outage.record().lines())
                .noneMatch(line -> line.open() && line.errand().keyed());
        outage.requireNothingLost(standby);
        outage.requireReadModelsCatchUp(standby);
        assertThat(Probe.query(outage.application()).answer().status()).isEqualTo(200);
    }

    /** What the operator's page tells to configure. */
    private static String url(String primary, Cluster standby) {
        return "jdbc:postgresql://" + primary + "," + standby.host()
                + "/huhang?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=3";
    }

    private static void follow(Cluster primary, Path standby) throws IOException {
        Files.createFile(standby.resolve("standby.signal"));
        Files.writeString(
                standby.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.port()
                        + " user=postgres application_name=standby'\n",
                StandardOpenOption.APPEND);
    }

    /** From here on nothing is acknowledged that the standby does not have on its disk. */
    private static void commitOnlyWith(Cluster standby, Cluster primary) throws SQLException {
        try (Connection database = primary.connect();
                Statement sql = database.createStatement()) {
            sql.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            sql.execute("SELECT pg_reload_conf()");
            Outage.until("the standby follows " + standby.host(), Duration.ofSeconds(30), () -> synchronous(sql));
        }
    }

    private static boolean synchronous(Statement sql) {
        try (ResultSet row = sql.executeQuery("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
            row.next();
            return row.getLong(1) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
