package org.huhang.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of {@code log.event}. Nothing else reads or writes that table. */
final class LogTable {

    /** Channel on which the position of the newest fact is told at commit. */
    static final String CHANNEL = "huhang_log";

    /** Held from the first fact of a transaction to its commit, so that positions are given out in commit order. */
    private static final long APPEND_LOCK = 0x6875_6861_6e67L;

    private static final String COLUMNS =
            "position, stream, version, name, revision, payload, metadata, recorded_at, message_id";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final EventCodec codec;

    LogTable(JdbcTemplate jdbc, EventCodec codec) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.codec = codec;
    }

    /**
     * Must run inside a transaction. A fact is recorded when it is written, not when it was asked for; only the demo brings
     * its own, simulated time.
     *
     * @return position of the last of {@code facts}
     * @throws org.springframework.dao.DuplicateKeyException when a stream already has one of these versions
     */
    long append(List<Fact> facts) {
        client.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", APPEND_LOCK)
                .query()
                .singleRow();
        // A statement of its own: its snapshot is taken once the lock is held, and so sees every earlier position.
        Last last = client.sql("""
                        SELECT coalesce(max(position), 0), coalesce(max(recorded_at), 'epoch'), clock_timestamp()
                        FROM (SELECT position, recorded_at FROM log.event ORDER BY position DESC LIMIT 1) newest""")
                .query((row, index) -> new Last(row.getLong(1), instant(row, 2), instant(row, 3)))
                .single();

        List<Object[]> rows = new ArrayList<>();
        long position = last.position;
        Instant recordedAt = last.recordedAt;
        for (Fact fact : facts) {
            Instant at = fact.by().demo() ? fact.at().truncatedTo(ChronoUnit.MICROS) : last.now;
            recordedAt = at.isAfter(recordedAt) ? at : recordedAt;
            rows.add(row(fact, ++position, recordedAt));
        }
        jdbc.batchUpdate(
                "INSERT INTO log.event (" + COLUMNS
                        + ", effective_on) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)",
                rows,
                new int[] {
                    Types.BIGINT,
                    Types.OTHER,
                    Types.BIGINT,
                    Types.VARCHAR,
                    Types.INTEGER,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.TIMESTAMP_WITH_TIMEZONE,
                    Types.OTHER,
                    Types.DATE
                });
        client.sql("SELECT pg_notify(:channel, :position)")
                .param("channel", CHANNEL)
                .param("position", Long.toString(position))
                .query()
                .singleRow();
        return position;
    }

    List<Entry> stream(UUID stream, long fromVersion) {
        return client.sql("SELECT " + COLUMNS
                        + " FROM log.event WHERE stream = :stream AND version >= :version ORDER BY version")
                .param("stream", stream)
                .param("version", fromVersion)
                .query((row, index) -> entry(row))
                .list();
    }

    List<Entry> after(long position, int limit) {
        return client.sql("SELECT " + COLUMNS
                        + " FROM log.event WHERE position > :position ORDER BY position LIMIT :limit")
                .param("position", position)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    Optional<Long> lastVersion(UUID stream) {
        return client.sql("SELECT version FROM log.event WHERE stream = :stream ORDER BY version DESC LIMIT 1")
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }

    long head() {
        return client.sql("SELECT coalesce(max(position), 0) FROM log.event")
                .query(Long.class)
                .single();
    }

    /** Position of the last fact recorded before {@code instant}; 0 when there is none. */
    long positionBefore(Instant instant) {
        return client.sql("SELECT coalesce(max(position), 0) FROM log.event WHERE recorded_at < :instant")
                .param("instant", Timestamp.from(instant))
                .query(Long.class)
                .single();
    }

    private Object[] row(Fact fact, long position, Instant recordedAt) {
        WrittenEvent written = codec.write(fact.caseId(), fact.event());
        return new Object[] {
            position,
            fact.caseId().value(),
            fact.version(),
            written.name(),
            written.revision(),
            written.payload(),
            codec.write(fact.by()),
            recordedAt.atOffset(ZoneOffset.UTC),
            UUID.fromString(fact.messageId()),
            fact.event().effectiveOn()
        };
    }

    private Entry entry(ResultSet row) throws SQLException {
        CaseId caseId = new CaseId(row.getObject("stream", UUID.class));
        WrittenEvent written =
                new WrittenEvent(row.getString("name"), row.getInt("revision"), row.getString("payload"));
        Recorded fact = new Recorded(
                row.getLong("position"),
                caseId,
                row.getLong("version"),
                instant(row, 8),
                codec.readAttribution(row.getString("metadata")),
                codec.read(caseId, written));
        return new Entry(fact, row.getString("message_id"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @param now by the database's clock, read under the lock: no fact can be recorded earlier from here on */
    private record Last(long position, Instant recordedAt, Instant now) {}
}
