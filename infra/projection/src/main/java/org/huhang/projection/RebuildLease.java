package org.huhang.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Held by the one process that rebuilds a read model, or does away with one of its copies. It ends with its connection,
 * however the process ends.
 */
record RebuildLease(Connection connection, String readModel) implements AutoCloseable {

    /** @return empty while somebody else has it */
    static Optional<RebuildLease> take(DataSource database, String readModel) {
        try {
            Connection connection = database.getConnection();
            boolean taken = false;
            try {
                taken = ask(connection, "SELECT pg_try_advisory_lock(hashtextextended(?, 2))", readModel);
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new RebuildLease(connection, readModel)) : Optional.empty();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No lease can be taken", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 2))", readModel);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The lease ended with its connection", e);
        }
    }

    private static boolean ask(Connection connection, String question, String readModel) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, "rebuild " + readModel);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
