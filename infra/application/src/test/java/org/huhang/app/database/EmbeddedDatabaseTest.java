package org.huhang.app.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.huhang.app.CannotStart;
import org.huhang.app.testing.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of("target/postgresql").toAbsolutePath();

    @TempDir
    Path root;

    @Test
    void what_was_kept_is_there_after_a_stop_and_a_second_start() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            try (EmbeddedDatabase first = EmbeddedDatabase.startedIn(folder, PROGRAMS)) {
                run(first, "CREATE TABLE kept AS SELECT 42 AS answer");
                assertThat(ask(first, "SHOW fsync")).isEqualTo("on");
                assertThat(ask(first, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(ask(first, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(ask(first, "SHOW ssl")).isEqualTo("off");
                assertThat(ask(first, "SELECT current_user || rolsuper FROM pg_roles WHERE rolname = current_user"))
                        .isEqualTo("huhangfalse");
                assertThatThrownBy(() -> DriverManager.getConnection(first.url(), "huhang", "guessed"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
            assertThat(Postmaster.lastOf(root.resolve("database"))).isEmpty();
            try (EmbeddedDatabase second = EmbeddedDatabase.startedIn(folder, PROGRAMS)) {
                assertThat(ask(second, "SELECT answer FROM kept")).isEqualTo("42");
            }
        }
    }

    @Test
    void it_takes_its_share_of_the_machine_s_memory_and_no_more() {
        long gigabyte = 1L << 30;

        assertThat(ServerSettings.sharedMegabytes(gigabyte)).isEqualTo(256);
        assertThat(ServerSettings.sharedMegabytes(4 * gigabyte)).isEqualTo(512);
        assertThat(ServerSettings.sharedMegabytes(512 * gigabyte)).isEqualTo(1024);
    }

    @Test
    void a_database_left_behind_is_stopped_and_taken_over_with_all_it_had_committed() throws Exception {
        Postmaster orphan;
        try (DataFolder killed = DataFolder.hold(root)) {
            run(EmbeddedDatabase.startedIn(killed, PROGRAMS), "CREATE TABLE kept AS SELECT 42 AS answer");
            orphan = Postmaster.lastOf(killed.path("database")).orElseThrow();
        }
        assertThat(orphan.runsOurCluster()).isTrue();
        try (DataFolder folder = DataFolder.hold(root);
                EmbeddedDatabase next = EmbeddedDatabase.startedIn(folder, PROGRAMS)) {
            assertThat(orphan.runsOurCluster()).isFalse();
            assertThat(ask(next, "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void a_stranger_given_the_number_of_a_killed_database_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase.startedIn(folder, PROGRAMS).close();
            Files.writeString(
                    root.resolve("database/postmaster.pid"),
                    "%d\n%s\n1700000000\n5432\n\n127.0.0.1\n\nready\n"
                            .formatted(stranger.pid(), root.resolve("database")));
            try (EmbeddedDatabase next = EmbeddedDatabase.startedIn(folder, PROGRAMS)) {
                assertThat(ask(next, "SELECT 1")).isEqualTo("1");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_folder_held_by_another_instance_is_refused_with_what_to_do() throws Exception {
        try (DataFolder held = DataFolder.hold(root)) {
            assertThatThrownBy(() -> DataFolder.hold(held.root()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("belongs to another running Huhang")
                    .hasMessageContaining("huhang.data-folder");
        }
        DataFolder.hold(root).close();
    }

    @Test
    void secrets_are_for_the_owner_alone_and_stay_the_same() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            String first = folder.secret("sample", () -> "made once");
            assertThat(folder.secret("sample", () -> "made twice")).isEqualTo(first);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets/sample"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_folder_that_is_no_database_or_of_another_version_is_refused_and_left_as_it_is() throws IOException {
        Path cluster = Files.createDirectory(root.resolve("database"));
        try (DataFolder folder = DataFolder.hold(root)) {
            assertThatThrownBy(() -> EmbeddedDatabase.startedIn(folder, PROGRAMS))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is not a PostgreSQL database");
            Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
            assertThatThrownBy(() -> EmbeddedDatabase.startedIn(folder, PROGRAMS))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("made by PostgreSQL 16");
            Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
            assertThatThrownBy(() -> EmbeddedDatabase.startedIn(folder, PROGRAMS))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("PostgreSQL could not start")
                    .hasMessageNotContaining("no reason given");
        }
    }

    @Test
    void whatever_fails_after_the_server_is_up_leaves_none_running_and_no_lock() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase.startedIn(folder, PROGRAMS).close();
            String password = Files.readString(root.resolve("secrets/superuser.password"));
            Files.writeString(root.resolve("secrets/superuser.password"), "another");

            assertThatThrownBy(() -> EmbeddedDatabase.startedIn(folder, PROGRAMS))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("does not let its owner in");

            assertThat(Postmaster.lastOf(root.resolve("database"))).isEmpty();
            Files.writeString(root.resolve("secrets/superuser.password"), password);
        }
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase.startedIn(folder, PROGRAMS).close();
        }
    }

    @Test
    void it_is_stopped_by_a_thread_that_was_interrupted() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase server = EmbeddedDatabase.startedIn(folder, PROGRAMS);
            Postmaster running = Postmaster.lastOf(root.resolve("database")).orElseThrow();

            Thread.currentThread().interrupt();
            server.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(running.runsOurCluster()).isFalse();
        }
    }

    @Test
    void the_password_stands_in_no_statement_and_may_be_any() throws Exception {
        String password = "it's\"our\\own$";
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase.startedIn(folder, PROGRAMS).close();
            Files.writeString(
                    root.resolve("database/postgresql.conf"), "log_statement = all\n", StandardOpenOption.APPEND);
            Files.writeString(root.resolve("secrets/database.password"), password + "\n");

            try (EmbeddedDatabase server = EmbeddedDatabase.startedIn(folder, PROGRAMS)) {
                assertThat(ask(server, "SELECT 1")).isEqualTo("1");
            }
            assertThat(Files.readString(root.resolve("postgresql.log")))
                    .contains("PASSWORD 'SCRAM-SHA-256$")
                    .doesNotContain("our\\own");
        }
    }

    @Test
    void a_secret_that_is_empty_or_no_text_is_one_sentence() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            EmbeddedDatabase.startedIn(folder, PROGRAMS).close();
            for (String name : List.of("superuser.password", "database.password")) {
                Path file = root.resolve("secrets").resolve(name);
                byte[] whole = Files.readAllBytes(file);
                for (byte[] damaged : List.of(new byte[0], "\n".getBytes(UTF_8), new byte[] {(byte) 0xff, 0, 1})) {
                    Files.write(file, damaged);
                    assertThatThrownBy(() -> EmbeddedDatabase.startedIn(folder, PROGRAMS))
                            .isInstanceOf(CannotStart.class)
                            .hasMessageStartingWith("The file " + file + " is damaged: re");
                    assertThat(Postmaster.lastOf(root.resolve("database"))).isEmpty();
                }
                Files.write(file, whole);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "77\n", "no\nnumber\nat all\n", "77\n/x\n999999999999999999\n5432\n", "\u0000\u00ff\n"})
    void a_note_of_the_last_server_that_cannot_be_read_is_no_server(String damaged) throws Exception {
        Path note = Files.createDirectories(root.resolve("database")).resolve("postmaster.pid");
        Files.write(note, damaged.getBytes(ISO_8859_1));

        assertThat(Postmaster.lastOf(root.resolve("database"))).isEmpty();
        assertThat(note).doesNotExist();
    }

    @Test
    void secrets_that_others_could_read_are_theirs_no_more() throws Exception {
        try (DataFolder folder = DataFolder.hold(root)) {
            folder.secret("sample", () -> "made once");
            folder.write("tokens", "sample.jwt", "a token");
        }
        for (String path : List.of("secrets", "tokens")) {
            Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        for (String path : List.of("secrets/sample", "tokens/sample.jwt")) {
            Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rw-r--rw-"));
        }
        try (Said said = Said.by(DataFolder.class)) {
            DataFolder.hold(root).close();
            assertThat(said.lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("Others on this machine could read " + root));
            DataFolder.hold(root).close();
            assertThat(said.lines()).hasSize(2);
        }
        for (String path : List.of("secrets", "tokens")) {
            assertThat(permissions(path)).isEqualTo("rwx------");
        }
        for (String path : List.of("secrets/sample", "tokens/sample.jwt")) {
            assertThat(permissions(path)).isEqualTo("rw-------");
        }
    }

    @Test
    void a_data_folder_that_is_none_is_one_sentence() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.hold(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used");
        Files.createDirectories(root.resolve("folder/lock"));
        assertThatThrownBy(() -> DataFolder.hold(root.resolve("folder")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used");
        Files.createDirectories(root.resolve("other/secrets/sample"));
        try (DataFolder folder = DataFolder.hold(root.resolve("other"))) {
            assertThatThrownBy(() -> folder.secret("sample", () -> "never"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("cannot be used");
        }
    }

    private String permissions(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(path)));
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
