package org.huhang.log.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.WrittenEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL that reads {@code log.event}. */
public final class LogTable {

    /** Channel on which the position of the newest fact is told at commit. */
    public static final String CHANNEL = "huhang_log";

    private static final String COLUMNS =
            "position, stream, version, name, revision, payload, metadata, recorded_at, message_id";

    private final JdbcClient client;
    private final EventCodec codec;

    public LogTable(JdbcClient client, EventCodec codec) {
        this.client = client;
        this.codec = codec;
    }

    public List<Entry> stream(UUID stream, long fromVersion) {
        return client.sql("SELECT " + COLUMNS
                        + " FROM log.event WHERE stream = :stream AND version >= :version ORDER BY version")
                .param("stream", stream)
                .param("version", fromVersion)
                .query((row, index) -> entry(row))
                .list();
    }

    /** What is asked of a stream: its facts beyond {@code version}; beyond -1, all of them. */
    public record Beyond(UUID stream, long version) {}

    /** One answer a question, in their order. */
    public List<List<Entry>> streams(List<Beyond> questions) {
        Map<UUID, Long> wanted = new HashMap<>();
        questions.forEach(question -> wanted.merge(question.stream(), question.version(), Math::min));
        Map<UUID, List<Entry>> found = new HashMap<>();
        client.sql("SELECT " + COLUMNS + " FROM log.streams_beyond(?, ?)")
                .param(wanted.keySet().toArray(UUID[]::new))
                .param(wanted.values().toArray(Long[]::new))
                .query(row -> {
                    Entry entry = entry(row);
                    found.computeIfAbsent(entry.fact().stream().value(), stream -> new ArrayList<>())
                            .add(entry);
                });
        return questions.stream()
                .map(question -> found.getOrDefault(question.stream(), List.of()).stream()
                        .filter(entry -> entry.fact().version() > question.version())
                        .toList())
                .toList();
    }

    public List<Entry> after(long position, int limit) {
        return client.sql("SELECT " + COLUMNS
                        + " FROM log.event WHERE position > :position ORDER BY position LIMIT :limit")
                .param("position", position)
                .param("limit", limit)
                .query((row, index) -> entry(row))
                .list();
    }

    public long head() {
        return client.sql("SELECT position FROM log.head").query(Long.class).single();
    }

    private Entry entry(ResultSet row) throws SQLException {
        StreamId stream = new StreamId(row.getObject("stream", UUID.class));
        WrittenEvent written =
                new WrittenEvent(row.getString("name"), row.getInt("revision"), row.getString("payload"));
        Recorded fact = new Recorded(
                row.getLong("position"),
                stream,
                row.getLong("version"),
                instant(row, 8),
                codec.readAttribution(row.getString("metadata")),
                codec.read(stream, written));
        return new Entry(fact, row.getString("message_id"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
