package org.huhang.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huhang.app.CannotStart;
import org.postgresql.PGConnection;

/** The database {@code huhang} inside the embedded server, owned by an ordinary role of the same name. */
final class OwnDatabase {

    static final String NAME = "huhang";

    private OwnDatabase() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Makes what is missing of role and database, and sets the role's password to ours. The driver makes of the password
     * what the server keeps (SCRAM): it stands in no statement.
     */
    static void ensure(int port, String superuserPassword, String password) {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), "postgres", superuserPassword);
                Statement sql = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?")) {
                sql.execute("CREATE ROLE " + NAME + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            }
            connection.unwrap(PGConnection.class).alterUserPassword(NAME, password.toCharArray(), "scram-sha-256");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?")) {
                sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded database does not let its owner in (" + e.getSQLState()
                    + "): restore the folder secrets of the data folder, or name another huhang.data-folder.");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (PreparedStatement named = connection.prepareStatement(query)) {
            named.setString(1, NAME);
            try (ResultSet row = named.executeQuery()) {
                return row.next();
            }
        }
    }
}
