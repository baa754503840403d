package org.huhang.log;

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
final class PostgresMoments implements Moments {

    private final JdbcClient client;

    PostgresMoments(JdbcClient client) {
        this.client = client;
    }

    @Override
    public Moment newest() {
        return one("SELECT position, recorded_at FROM log.event ORDER BY position DESC LIMIT 1");
    }

    @Override
    public Moment at(long position) {
        return one("SELECT position, recorded_at FROM log.event WHERE position = ?", position);
    }

    /** Where a later fact is there already nobody can record an earlier one any more, and nothing has to be waited for. */
    @Override
    public Optional<Moment> by(Instant instant) {
        // In microseconds, as the log keeps time: the driver would round up.
        OffsetDateTime micro = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return newest().recordedAt().isBefore(instant) && settled().isBefore(instant)
                ? Optional.empty()
                : Optional.of(one("SELECT position, recorded_at FROM log.last_by(?)", micro));
    }

    @Override
    public Moment wholeBy(long position) {
        return one("SELECT position, recorded_at FROM log.whole_by(?)", position);
    }

    @Override
    public long endOfCommit(long position) {
        return one(
                        "SELECT l.position, l.recorded_at FROM log.event e, log.last_by(e.recorded_at) l WHERE e.position = ?",
                        position)
                .position();
    }

    private Instant settled() {
        return client.sql("SELECT log.settled()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Moment one(String sql, Object... parameters) {
        return client.sql(sql)
                .params(parameters)
                .query(PostgresMoments::moment)
                .optional()
                .orElse(Moment.START);
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
