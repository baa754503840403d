package org.huhang.log.axonserver;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looked up among the facts as they have been followed. By which instant a fact will turn out to be recorded that another
 * process is just appending only that process knows: an instant later than the newest fact is answered without it.
 */
final class ServerMoments implements Moments {

    private final JdbcClient client;
    private final InstantSource clock;

    /** @param clock whose time facts appended here are given */
    ServerMoments(JdbcClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public Moment newest() {
        return one("SELECT position, recorded_at FROM axonserver.head");
    }

    @Override
    public Moment at(long position) {
        return one("SELECT position, recorded_at FROM axonserver.fact WHERE position = ?", position);
    }

    @Override
    public Optional<Moment> by(Instant instant) {
        OffsetDateTime micro = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return newest().recordedAt().isBefore(instant) && clock.instant().isBefore(instant)
                ? Optional.empty()
                : Optional.of(one("SELECT position, recorded_at FROM axonserver.last_by(?)", micro));
    }

    @Override
    public Moment wholeBy(long position) {
        return one("SELECT position, recorded_at FROM axonserver.whole_by(?)", position);
    }

    @Override
    public long endOfCommit(long position) {
        return one(
                        "SELECT l.position, l.recorded_at FROM axonserver.fact f, axonserver.last_by(f.recorded_at) l"
                                + " WHERE f.position = ?",
                        position)
                .position();
    }

    private Moment one(String sql, Object... parameters) {
        return client.sql(sql)
                .params(parameters)
                .query(ServerMoments::moment)
                .optional()
                .orElse(Moment.START);
    }

    private static Moment moment(ResultSet row, int number) throws SQLException {
        return new Moment(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
