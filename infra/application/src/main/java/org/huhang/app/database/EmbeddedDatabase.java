package org.huhang.app.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huhang.app.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of our own in the data folder: listens on a free loopback port, outlives no clean stop, and is taken over
 * from an instance that was killed. What was committed survives, because it syncs as a production server does.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final int MAJOR_VERSION = 18;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LONGEST_INIT = Duration.ofMinutes(2);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;
    private static final Pattern PASSWORD = Pattern.compile("\\p{Graph}+");

    private final DataFolder folder;
    private final Path cluster;
    private final PostgresCommand postgres;
    private int port;
    private boolean started;

    private EmbeddedDatabase(DataFolder folder, Path programs) {
        this.folder = folder;
        this.cluster = folder.path("database");
        this.postgres = new PostgresCommand(programs);
    }

    /**
     * @param programs where PostgreSQL's programs are unpacked, unless they are there
     * @throws CannotStart with what to do; no server is left running then
     */
    public static EmbeddedDatabase startedIn(DataFolder folder, Path programs) {
        EmbeddedDatabase database = new EmbeddedDatabase(folder, PostgresPrograms.unpackedIn(programs));
        try {
            database.open();
            return database;
        } catch (IOException e) {
            database.close();
            throw DataFolder.unusable(folder.root(), e);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /** Whoever closes meanwhile waits for the end of this. */
    private synchronized void open() throws IOException {
        if (!Files.exists(cluster)) {
            create();
        }
        requireOurVersion();
        takeOver();
        RunningServers.add(this);
        started = true;
        port = start();
        OwnDatabase.ensure(port, superuserPassword(), password());
    }

    public String url() {
        return OwnDatabase.url(port, OwnDatabase.NAME);
    }

    public String username() {
        return OwnDatabase.NAME;
    }

    public String password() {
        return password("database.password", "remove it, and a new one is made.");
    }

    private String superuserPassword() {
        return password("superuser.password", "restore it from a backup of the data folder.");
    }

    private String password(String name, String remedy) {
        String password = folder.secret(name, EmbeddedDatabase::random).strip();
        if (!PASSWORD.matcher(password).matches()) {
            throw DataFolder.damaged(folder.path("secrets").resolve(name), remedy);
        }
        return password;
    }

    /** Made beside and moved into place, so that a kill leaves a whole cluster or none. */
    private void create() throws IOException {
        Path half = folder.path("database.new");
        FileSystemUtils.deleteRecursively(half);
        superuserPassword();
        PostgresCommand.Exit made = postgres.run(
                LONGEST_INIT,
                "initdb",
                "--pgdata=" + half,
                "--username=postgres",
                "--pwfile=" + folder.path("secrets").resolve("superuser.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        if (!made.succeeded()) {
            throw failure("could not be set up", made.output());
        }
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireOurVersion() throws IOException {
        Path version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new CannotStart("The folder " + cluster
                    + " is not a PostgreSQL database: restore it from a backup, or" + " move it away to start empty.");
        }
        String major = text(version).strip();
        if (!major.equals(Integer.toString(MAJOR_VERSION))) {
            throw new CannotStart("The database in " + cluster + " was made by PostgreSQL " + major
                    + ", this Huhang brings " + MAJOR_VERSION
                    + ": move it over with pg_dump and pg_restore, or start with another huhang.data-folder.");
        }
    }

    /** We hold the data folder, so a server still on it was left behind by an instance that was killed. */
    private void takeOver() throws IOException {
        Optional<Postmaster> last = Postmaster.lastOf(cluster);
        if (last.isEmpty()) {
            return;
        }
        if (last.get().runsOurCluster()) {
            LOG.info("The last run was killed and left its database behind: stopping that before a clean start");
            if (!stop("fast") && !stop("immediate")) {
                throw new CannotStart("A PostgreSQL left behind by a killed Huhang does not stop: end process "
                        + last.get().process() + " and start again.");
            }
        } else if (last.get().numberInUse()) {
            // PostgreSQL would take the stranger that was given the number since for itself.
            Files.deleteIfExists(Postmaster.file(cluster));
        }
    }

    private int start() throws IOException {
        Path log = folder.path("postgresql.log");
        String said = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int free = freePort();
            Files.deleteIfExists(log);
            PostgresCommand.Exit started = postgres.run(
                    LONGEST_START.plusSeconds(10),
                    "pg_ctl",
                    "--pgdata=" + cluster,
                    "--log=" + log,
                    "--wait",
                    "--timeout=" + LONGEST_START.toSeconds(),
                    "--options=" + ServerSettings.onLoopback(free),
                    "start");
            if (started.succeeded()) {
                return free;
            }
            said = Files.exists(log) ? text(log) : started.output();
            if (!said.contains("Address already in use") && !said.contains("still in use")) {
                break;
            }
        }
        throw failure("could not start", said);
    }

    private boolean stop(String mode) {
        return postgres.run(
                        LONGEST_STOP.plusSeconds(10),
                        "pg_ctl",
                        "--pgdata=" + cluster,
                        "--mode=" + mode,
                        "--wait",
                        "--timeout=" + LONGEST_STOP.toSeconds(),
                        "stop")
                .succeeded();
    }

    /** Also while it starts; more than once. */
    @Override
    public synchronized void close() {
        if (started && !stop("fast") && !stop("immediate") && runs()) {
            LOG.warn("PostgreSQL did not stop by itself; the next start takes it over");
        }
        started = false;
        RunningServers.remove(this);
    }

    private boolean runs() {
        try {
            return Postmaster.lastOf(cluster).filter(Postmaster::runsOurCluster).isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    /** Readable whatever bytes are in it. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private CannotStart failure(String what, String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        String reason = lines.stream()
                .filter(line -> line.matches(".*(FATAL|PANIC|error):.*"))
                .reduce((first, last) -> last)
                .or(() -> lines.stream().reduce((first, last) -> last))
                .map(line -> line.replaceFirst(".*?(FATAL|PANIC|error):\\s*", ""))
                .orElse("no reason given");
        return new CannotStart("PostgreSQL " + what + " in " + cluster + " (" + reason + "): see "
                + folder.path("postgresql.log")
                + " and remove the cause, restore the folder from a backup, or name another huhang.data-folder.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
