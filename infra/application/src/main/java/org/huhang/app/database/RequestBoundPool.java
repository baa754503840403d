package org.huhang.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The pool all of the application shares. A database that stands still says nothing, not even no: whoever answers a request
 * does not wait for it for ever. Work of our own, such as a rebuild, has no such bound: its statements may take long.
 */
final class RequestBoundPool extends HikariDataSource {

    /** Until a connection is free, or a new one is open. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    RequestBoundPool() {
        setConnectionTimeout(LONGEST_WAIT.toMillis());
        setValidationTimeout(LONGEST_WAIT.dividedBy(2).toMillis());
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        if (RequestContextHolder.getRequestAttributes() != null) {
            // Taken back by the pool when the connection is.
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_SILENCE.toMillis());
        }
        return connection;
    }
}
