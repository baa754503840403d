package org.huhang.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huhang.app.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(EmbeddedDatabase.sharedMegabytes(gigabyte)).isEqualTo(256);
        assertThat(EmbeddedDatabase.sharedMegabytes(4 * gigabyte)).isEqualTo(512);
        assertThat(EmbeddedDatabase.sharedMegabytes(512 * gigabyte)).isEqualTo(1024);
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
