package org.huhang.log.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The same database, for queries that many wait for: a connection on which nothing comes is given up as soon as they would be. */
public final class TimeLimitedDataSource extends DelegatingDataSource {

    private final Duration longestSilence;

    public TimeLimitedDataSource(DataSource database, Duration longestSilence) {
        super(database);
        this.longestSilence = longestSilence;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        // Taken back by the pool when the connection is.
        connection.setNetworkTimeout(Runnable::run, (int) longestSilence.toMillis());
        return connection;
    }
}
