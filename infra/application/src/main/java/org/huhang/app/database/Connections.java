package org.huhang.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.huhang.app.CannotStart;
import org.huhang.app.HuhangProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How to reach the database, and whether it is one that Huhang can rely on. */
record Connections(String url, String username, String password) {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final String SECONDS_TO_CONNECT = "10";

    static Connections outside(HuhangProperties.Database settings) {
        if (!settings.url().startsWith("jdbc:postgresql:")) {
            throw new CannotStart("huhang.database.url must be the JDBC address of a PostgreSQL, for example"
                    + " jdbc:postgresql://db.example.org:5432/huhang.");
        }
        if (settings.username() == null || settings.username().isBlank()) {
            throw new CannotStart(
                    "huhang.database.url needs huhang.database.username and huhang.database.password beside"
                            + " it: set all three.");
        }
        return new Connections(
                settings.url(), settings.username(), settings.password() == null ? "" : settings.password());
    }

    /**
     * @param durable refuse a server that does not sync; of an operator's own server it is only said
     * @throws CannotStart when it cannot be reached, does not let us in, or is too old
     */
    void check(boolean durable) {
        try (Connection connection = DriverManager.getConnection(url, properties());
                Statement sql = connection.createStatement()) {
            int version = Integer.parseInt(show(sql, "server_version_num")) / 10_000;
            if (version < EmbeddedDatabase.MAJOR_VERSION) {
                throw new CannotStart("The PostgreSQL of huhang.database.url is version " + version + ": Huhang needs "
                        + EmbeddedDatabase.MAJOR_VERSION + " or later; upgrade it or name another server.");
            }
            boolean syncs = show(sql, "fsync").equals("on")
                    && !show(sql, "synchronous_commit").equals("off");
            if (!syncs && durable) {
                throw new CannotStart(
                        "The embedded PostgreSQL does not sync what is committed (fsync or synchronous_commit is"
                                + " off): remove these settings from the database folder's configuration.");
            }
            if (!syncs) {
                LOG.warn("This PostgreSQL runs with fsync or synchronous_commit off: a crash may lose recorded facts");
            }
            if (!show(sql, "server_encoding").equals("UTF8")) {
                throw new CannotStart(
                        "The database of huhang.database.url is not encoded in UTF8: create one with ENCODING"
                                + " 'UTF8' and name that.");
            }
            libraryOrdering(sql)
                    .ifPresent(library -> LOG.warn(
                            "This database orders text as {} does: an update of that may change the order under indexes made"
                                    + " before it. Huhang's own do not rest on it, but for read models made by a version that did not see to it:"
                                    + " rebuild those once. A database made with LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
                                    + " TEMPLATE template0 is free of it",
                            library));
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** By whom text is ordered where nothing else is said; empty where that is by its bytes, which no update changes. */
    private static Optional<String> libraryOrdering(Statement sql) throws SQLException {
        try (ResultSet row =
                sql.executeQuery("SELECT CASE datlocprovider WHEN 'i' THEN 'ICU' ELSE 'the system''s library' END"
                        + " || ' (' || coalesce(datlocale, datcollate) || ')' FROM pg_database"
                        + " WHERE datname = current_database() AND datlocprovider <> 'b'"
                        + " AND NOT (datlocprovider = 'c' AND datcollate IN ('C', 'POSIX'))")) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private CannotStart unreachable(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return new CannotStart(
                switch (state) {
                    case "28P01", "28000", "08004" ->
                        "The PostgreSQL of huhang.database.url does not let \"" + username
                                + "\" in: check huhang.database.username and huhang.database.password.";
                    case "3D000" ->
                        "The database named in huhang.database.url does not exist: create it, owned by \"" + username
                                + "\", or correct the name.";
                    case "53300" ->
                        "The PostgreSQL of huhang.database.url has no connection left: raise its max_connections or close"
                                + " other clients.";
                    default ->
                        "The PostgreSQL of huhang.database.url cannot be reached ("
                                + (state.isEmpty() ? "not a valid address" : "SQL state " + state)
                                + "): check the address and that the server runs, or leave the key out to use the embedded"
                                + " database.";
                });
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        return properties;
    }

    private static String show(Statement sql, String setting) throws SQLException {
        try (ResultSet row = sql.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The password stays out of every log line. */
    @Override
    public String toString() {
        return url;
    }
}
