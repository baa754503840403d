package org.huhang.log.tail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.read.LogTable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears PostgreSQL tell of new facts, on one connection for the whole process, whichever process wrote them. Should a
 * notification be lost, a look at the log a second later makes up for it; a lost connection is opened again.
 */
public final class LogListener extends LogThread {

    private static final Logger LOG = LoggerFactory.getLogger(LogListener.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A server that was cut off never says so; a look at the log that takes longer means a lost connection. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final DataSource database;
    private final LogTail tail;

    public LogListener(DataSource database, LogTail tail) {
        super("log-listener");
        this.database = database;
        this.tail = tail;
    }

    @Override
    protected void run() {
        boolean heard = true;
        while (!stopped(Duration.ZERO)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, (int) LONGEST_SILENCE.toMillis());
                listen(connection);
                heard = true;
            } catch (SQLException | RuntimeException e) {
                if (heard) {
                    LOG.warn("The log cannot be listened to, trying again every second: {}", reason(e));
                    heard = false;
                }
                stopped(POLL);
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + LogTable.CHANNEL);
            try {
                while (!stopped(Duration.ZERO)) {
                    Optional<Recorded> known = tail.newestFact();
                    long head = head(statement);
                    if (known.isPresent() && !holds(connection, known.get())) {
                        tail.putBack(head);
                    }
                    tail.told(head);
                    hear(postgres);
                }
            } finally {
                if (!connection.isClosed()) {
                    statement.execute("UNLISTEN *");
                }
            }
        }
    }

    /** As long as notifications come, they alone say how far the log reaches. */
    private void hear(PGConnection postgres) throws SQLException {
        PGNotification[] heard = postgres.getNotifications((int) POLL.toMillis());
        while (heard != null && heard.length > 0 && !stopped(Duration.ZERO)) {
            tail.told(Long.parseLong(heard[heard.length - 1].getParameter()));
            heard = postgres.getNotifications((int) POLL.toMillis());
        }
    }

    private static long head(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT position FROM log.head")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean holds(Connection connection, Recorded fact) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("SELECT EXISTS (SELECT FROM log.event"
                + " WHERE position = ? AND stream = ? AND version = ? AND recorded_at = ?)")) {
            question.setLong(1, fact.position());
            question.setObject(2, fact.stream().value());
            question.setLong(3, fact.version());
            question.setObject(4, fact.recordedAt().atOffset(ZoneOffset.UTC));
            try (ResultSet row = question.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String reason(Exception e) {
        return e instanceof SQLException sql && sql.getSQLState() != null
                ? "SQL state " + sql.getSQLState()
                : e.getClass().getSimpleName();
    }
}
