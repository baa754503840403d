package org.huhang.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huhang.app.CannotStart;

/** The database {@code huhang} inside the embedded server, owned by an ordinary role of the same name. */
final class OwnDatabase {

    static final String NAME = "huhang";

    private OwnDatabase() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes what is missing of role and database, and sets the role's password to ours. */
    static void ensure(int port, String superuserPassword, String password) {
        try (Connection connection = DriverManager.getConnection(url(port, "postgres"), "postgres", superuserPassword);
                Statement sql = connection.createStatement()) {
            if (!exists(sql, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                sql.execute("CREATE ROLE " + NAME + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE");
            }
            sql.execute("ALTER ROLE " + NAME + " PASSWORD '" + password + "'");
            if (!exists(sql, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                sql.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded database does not let its owner in (" + e.getSQLState()
                    + "): restore the folder secrets of the data folder, or name another huhang.data-folder.");
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next();
        }
    }
}
