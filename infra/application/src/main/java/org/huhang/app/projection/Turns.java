package org.huhang.app.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Lets one process at a time rebuild a read model. A turn ends with its connection, however its process ends. */
final class Turns {

    private final DataSource database;

    Turns(DataSource database) {
        this.database = database;
    }

    /** @return empty while somebody else has the turn */
    Optional<Turn> take(String name) {
        try {
            Connection connection = database.getConnection();
            boolean taken = false;
            try {
                taken = ask(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 2))", name);
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new Turn(connection, name)) : Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No turn can be taken", e);
        }
    }

    private static boolean ask(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, "rebuild " + name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    record Turn(Connection connection, String name) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                ask(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 2))", name);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("The turn ended with its connection", e);
            }
        }
    }
}
