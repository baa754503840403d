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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a synchronous standby, the primary's end, and an application that knows both addresses. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FailoverTest {

    private static final long SEED = 20261123;
    private static final Duration LONGEST_TAKE_OVER = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void when_the_primary_dies_the_application_goes_on_with_the_standby_and_finds_out_what_was_in_the_air()
            throws Exception {
        System.out.println("FailoverTest: seed " + SEED);
        Path standbyFolder = folder.resolve("standby");
        try (Cluster primary = Cluster.create(folder.resolve("primary"));
                Cluster standby = Cluster.of(standbyFolder);
                Outage outage = new Outage(folder, url(primary, standby), List.of())) {
            Backup.COPIED_FILES.of(primary, standbyFolder);
            follow(primary, standbyFolder);
            standby.start();
            commitOnlyWith(standby, primary);
            outage.work(SEED);
            outage.heardMore(200, LONGEST_TAKE_OVER);

            long inTheAir = outage.record().open();
            primary.killPostmaster();
            standby.promote();
            outage.heardMore(200, LONGEST_TAKE_OVER);

            outage.rest();
            assertThat(inTheAir).as("commands in the air").isPositive();
            assertThat(outage.record().lines())
                    .noneMatch(line -> line.open() && line.errand().keyed());
            outage.requireNothingLost(standby);
            outage.requireReadModelsCatchUp(standby);
            assertThat(Probe.query(outage.application()).answer().status()).isEqualTo(200);
        }
    }

    /** What the operator's page tells to configure. */
    private static String url(Cluster primary, Cluster standby) {
        return "jdbc:postgresql://" + primary.host() + "," + standby.host()
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
