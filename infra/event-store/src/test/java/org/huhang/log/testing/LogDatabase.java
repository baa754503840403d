package org.huhang.log.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A database with an empty log, on one PostgreSQL a JVM, as durable as the real one. Its owner is no superuser, as in
 * production.
 */
public final class LogDatabase implements AutoCloseable {

    private static final String OWNER = "huhang";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String name;
    private final HikariDataSource pool;

    private LogDatabase(String name) {
        this.name = name;
        this.pool = anotherPool();
        Stream.of("log", "axonserver").forEach(schema -> Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/" + schema)
                .schemas(schema)
                .createSchemas(true)
                .load()
                .migrate());
    }

    public static LogDatabase create() {
        String name = "log_" + COUNT.incrementAndGet();
        asSuperuser("postgres", "CREATE DATABASE " + name + " OWNER " + OWNER);
        return new LogDatabase(name);
    }

    public DataSource pool() {
        return pool;
    }

    /** The caller closes it. */
    public HikariDataSource anotherPool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(OWNER);
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** For a process of its own; the role needs no password. */
    public String url() {
        return server().getJdbcUrl(OWNER, name);
    }

    public String user() {
        return OWNER;
    }

    /** What no application can do. */
    public void asSuperuser(String sql) throws SQLException {
        execute(server().getDatabase("postgres", name), sql);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static void asSuperuser(String database, String sql) {
        try {
            execute(server().getDatabase("postgres", database), sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                execute(server.getPostgresDatabase(), "CREATE ROLE " + OWNER + " LOGIN");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return server;
    }
}
