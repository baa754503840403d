package org.huhang.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL that a test does harm to. Made with the product's own programs, as durable as the product's, and found
 * under the same address after every restart. Has the database {@code huhang}, owned by an ordinary role of that name,
 * and lets everybody in from this machine.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Path PROGRAMS = Path.of("target/postgresql").toAbsolutePath();

    private final PostgresCommand postgres;
    private final Path seen;
    private final Path folder;
    private final ServerOptions options = ServerOptions.onAFreePort();

    private Cluster(PostgresCommand postgres, Path seen, Path folder) {
        this.postgres = postgres;
        this.seen = seen;
        this.folder = folder;
    }

    /** A new cluster, running. */
    public static Cluster create(Path folder) {
        return create(folder, folder, List.of());
    }

    /** A new cluster in a file system of its own, running. */
    public static Cluster create(SmallFileSystem place) {
        return create(place.inside().resolve("cluster"), place.outside().resolve("cluster"), place.entering());
    }

    private static Cluster create(Path folder, Path seen, List<String> entering) {
        Cluster cluster = new Cluster(command(entering), seen, folder);
        cluster.require(cluster.postgres.run(
                LONGEST,
                "initdb",
                "--pgdata=" + folder,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                "--no-sync"));
        cluster.start();
        cluster.execute("postgres", "CREATE ROLE huhang LOGIN NOSUPERUSER");
        cluster.execute("postgres", "CREATE DATABASE huhang OWNER huhang");
        return cluster;
    }

    /** A cluster that was put there by other means, not yet running. */
    public static Cluster of(Path folder) {
        return new Cluster(command(List.of()), folder, folder);
    }

    private static PostgresCommand command(List<String> entering) {
        return new PostgresCommand(PostgresPrograms.unpackedIn(PROGRAMS), entering);
    }

    /** @param setting as on PostgreSQL's command line, e.g. {@code synchronous_standby_names=*}; from the next start on */
    public Cluster with(String setting) {
        options.add(setting);
        return this;
    }

    /** Tries until what is left of a killed server has gone. */
    public void start() {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        PostgresCommand.Exit started = tryToStart();
        while (!started.succeeded() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            started = tryToStart();
        }
        require(started);
    }

    private PostgresCommand.Exit tryToStart() {
        return postgres.run(
                LONGEST,
                "pg_ctl",
                "--pgdata=" + folder,
                "--log=" + folder.resolveSibling(folder.getFileName() + ".log"),
                "--wait",
                "--options=" + options.line(),
                "start");
    }

    /** @param mode {@code fast} or {@code immediate} */
    public void stop(String mode) {
        require(postgres.run(LONGEST, "pg_ctl", "--pgdata=" + folder, "--mode=" + mode, "--wait", "stop"));
    }

    /** Makes a standby a server of its own. */
    public void promote() {
        require(postgres.run(LONGEST, "pg_ctl", "--pgdata=" + folder, "--wait", "promote"));
    }

    /** As {@code kill -9} of the postmaster does it; returns when none of its processes is left. */
    public void killPostmaster() {
        processes().killPostmaster(LONGEST);
        forget();
    }

    /** Until the system has buried the dead, PostgreSQL would take the number in this file for a living server's. */
    private void forget() {
        try {
            Files.deleteIfExists(Postmaster.file(seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} of one of its processes does it: PostgreSQL then ends all others, and recovers by itself. */
    public void kill(long backend) {
        processes().kill(backend);
    }

    /** Stops every process of the server in mid-step, as a stalled machine does. */
    public void freeze() {
        processes().signal("-STOP");
    }

    public void thaw() {
        processes().signal("-CONT");
    }

    private ServerProcesses processes() {
        return last().flatMap(ServerProcesses::of)
                .orElseThrow(() -> new IllegalStateException("No server runs in " + folder));
    }

    private Optional<Postmaster> last() {
        try {
            return Postmaster.lastOf(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://" + host() + "/huhang";
    }

    /** e.g. {@code 127.0.0.1:41877} */
    public String host() {
        return "127.0.0.1:" + options.port();
    }

    public int port() {
        return options.port();
    }

    /** As the test itself sees it. */
    public Path folder() {
        return seen;
    }

    /** As superuser, to the database {@code huhang}. */
    public Connection connect() throws SQLException {
        return connect("huhang");
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("ApplicationName", "harness");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection("jdbc:postgresql://" + host() + "/" + database, properties);
    }

    /** As superuser, in the database {@code huhang}. */
    public void execute(String sql) {
        execute("huhang", sql);
    }

    /** The one number that a query gives. */
    public long count(String sql) {
        try (Connection connection = connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of what the server says of itself. */
    public String said() {
        try {
            String all = Files.readString(seen.resolveSibling(seen.getFileName() + ".log"));
            return all.substring(Math.max(0, all.length() - 4000));
        } catch (IOException e) {
            return "nothing";
        }
    }

    @Override
    public void close() {
        if (last().filter(Postmaster::numberInUse).isPresent()) {
            thaw();
            postgres.run(LONGEST, "pg_ctl", "--pgdata=" + folder, "--mode=immediate", "--wait", "stop");
        }
    }

    private void require(PostgresCommand.Exit outcome) {
        assertThat(outcome.succeeded()).as(outcome.output() + said()).isTrue();
    }
}
