package org.huhang.bench.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.huhang.app.database.ServerSettings;

/**
 * One PostgreSQL for everything that is compared, with the settings of the application's own embedded one; only more may
 * connect, because several applications and {@code pgbench} do so at once.
 */
public final class Server implements AutoCloseable {

    public static final String OWNER = "huhang";
    private static final String MOST_CONNECTIONS = "500";

    private final EmbeddedPostgres postgres;
    private final ProcessHandle process;

    private Server(EmbeddedPostgres postgres, ProcessHandle process) {
        this.postgres = postgres;
        this.process = process;
    }

    /** @param folder on the disk that is to be measured */
    public static Server start(Path folder) throws IOException, SQLException {
        Path cluster = folder.resolve("database");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(true)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("postgresql").toFile())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        BiConsumer<String, String> set = builder::setServerConfig;
        ServerSettings.all().forEach(set);
        set.accept("max_connections", MOST_CONNECTIONS);
        EmbeddedPostgres postgres = builder.start();
        long pid = Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip());
        Server server = new Server(postgres, ProcessHandle.of(pid).orElseThrow());
        server.requireDurable();
        server.asSuperuser("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER + "'");
        return server;
    }

    /** The postmaster. */
    public ProcessHandle process() {
        return process;
    }

    public int port() {
        return postgres.getPort();
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** An empty database, owned by {@link #OWNER}. */
    public void create(String database) throws SQLException {
        asSuperuser("CREATE DATABASE " + database + " OWNER " + OWNER);
    }

    /** Nobody may be connected to {@code from}. */
    public void copy(String from, String to) throws SQLException {
        asSuperuser("CREATE DATABASE " + to + " OWNER " + OWNER + " TEMPLATE " + from);
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), OWNER, OWNER);
    }

    /** For what no application may do. */
    public Connection superuser(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    private void asSuperuser(String statement) throws SQLException {
        try (Connection connection = superuser("postgres")) {
            Sql.run(connection, statement);
        }
    }

    /** What a run should say of its database. */
    public String description() throws SQLException {
        Map<String, String> said = new TreeMap<>(durability());
        said.put("server_version", show("server_version"));
        said.put("shared_buffers", show("shared_buffers"));
        return said.toString();
    }

    private Map<String, String> durability() throws SQLException {
        return Map.of(
                "fsync", show("fsync"),
                "synchronous_commit", show("synchronous_commit"),
                "full_page_writes", show("full_page_writes"));
    }

    private void requireDurable() throws SQLException {
        if (!durability().values().stream().allMatch("on"::equals)) {
            throw new IllegalStateException("A database that does not sync is not worth measuring");
        }
    }

    private String show(String setting) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
