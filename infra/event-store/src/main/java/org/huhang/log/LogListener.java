package org.huhang.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears PostgreSQL tell of new facts, on one connection for the whole process, whichever process wrote them. Should a
 * notification be lost, a look at the log a second later makes up for it; a lost connection is opened again.
 */
public final class LogListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogListener.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final DataSource database;
    private final LogTail tail;
    private volatile CountDownLatch stopping;
    private volatile Thread thread;

    LogListener(DataSource database, LogTail tail) {
        this.database = database;
        this.tail = tail;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("log-listener").daemon().start(this::listenUntilStopped);
    }

    @Override
    public void stop() {
        Thread listening = thread;
        thread = null;
        if (listening != null) {
            stopping.countDown();
            try {
                listening.join(POLL.multipliedBy(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the readers of the log, and stopped after them. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void listenUntilStopped() {
        boolean heard = true;
        while (!stopped(Duration.ZERO)) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(true);
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
                    tail.told(head(statement));
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

    private boolean stopped(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static String reason(Exception e) {
        return e instanceof SQLException sql && sql.getSQLState() != null
                ? "SQL state " + sql.getSQLState()
                : e.getClass().getSimpleName();
    }
}
