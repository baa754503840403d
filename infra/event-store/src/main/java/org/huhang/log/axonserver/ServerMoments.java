package org.huhang.log.axonserver;

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

/** Looked up among the facts as they have been followed, and awaited where a command is under way, in whichever process. */
final class ServerMoments implements Moments {

    private final JdbcClient client;
    private final UnderWay underWay;

    ServerMoments(JdbcClient client, UnderWay underWay) {
        this.client = client;
        this.underWay = underWay;
    }

    @Override
    public Moment newest() {
        return one("SELECT position, recorded_at FROM axonserver.head");
    }

    @Override
    public Moment at(long position) {
        return one("SELECT position, recorded_at FROM axonserver.end_of_commit(?)", position);
    }

    /** Where a later fact is there already nobody can record an earlier one any more, and nothing has to be waited for. */
    @Override
    public Optional<Moment> by(Instant instant) {
        OffsetDateTime micro = instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        if (newest().recordedAt().isBefore(micro.toInstant())) {
            UnderWay.Earlier earlier = underWay.earlier();
            if (!earlier.now().isAfter(micro.toInstant())) {
                return Optional.empty();
            }
            underWay.await(earlier);
        }
        return Optional.of(one("SELECT position, recorded_at FROM axonserver.last_by(?)", micro));
    }

    @Override
    public Moment wholeBy(long position) {
        return one("SELECT position, recorded_at FROM axonserver.whole_by(?)", position);
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
