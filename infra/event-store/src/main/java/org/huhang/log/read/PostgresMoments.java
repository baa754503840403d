package org.huhang.log.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looked up in the log itself, so that all processes tell the same. */
public final class PostgresMoments implements Moments {

    private final JdbcClient client;

    public PostgresMoments(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Moment newest() {
        return one("SELECT position, recorded_at FROM log.event ORDER BY position DESC LIMIT 1");
    }

    @Override
    public Moment at(long position) {
        return one("SELECT position, recorded_at FROM log.end_of_commit(?)", position);
    }

    @Override
    public Optional<Moment> by(Instant instant) {
        // In microseconds, as the log keeps time: the driver would round up.
        OffsetDateTime micro = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return found("SELECT position, recorded_at FROM log.known_by(?)", micro);
    }

    @Override
    public Moment wholeBy(long position) {
        return one("SELECT position, recorded_at FROM log.whole_by(?)", position);
    }

    private Moment one(String sql, Object... parameters) {
        return found(sql, parameters).orElse(Moment.START);
    }

    private Optional<Moment> found(String sql, Object... parameters) {
        return client.sql(sql).params(parameters).query(PostgresMoments::moment).optional();
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
