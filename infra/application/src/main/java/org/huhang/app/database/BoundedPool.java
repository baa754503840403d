package org.huhang.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.huhang.projection.schema.LongWork;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The pool all of the application shares. A database that stands still, or is cut off, says nothing, not even no: nobody
 * waits for it for ever, and whoever answers a request waits least. Only {@link LongWork} is left to its statements.
 */
final class BoundedPool extends HikariDataSource {

    /** Until a connection is free, or a new one is open. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_SILENCE_IN_A_REQUEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    BoundedPool() {
        setConnectionTimeout(LONGEST_WAIT.toMillis());
        setValidationTimeout(LONGEST_WAIT.dividedBy(2).toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (!LongWork.isUnderWay()) {
            Duration silence = RequestContextHolder.getRequestAttributes() == null
                    ? LONGEST_SILENCE
                    : LONGEST_SILENCE_IN_A_REQUEST;
            // Taken back by the pool when the connection is.
            connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        }
        return connection;
    }
}
