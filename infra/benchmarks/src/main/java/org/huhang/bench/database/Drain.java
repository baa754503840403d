package org.huhang.bench.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.huhang.bench.measure.AtOnce;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.codec.PersonalDataGate;
import org.huhang.log.codec.Upcasters;
import org.huhang.log.codec.WrittenEvent;

/**
 * R1 and R2: reads a log's rows through JDBC cursors, every column, in order of position; R2 also decodes each into the
 * fact. Two cursors read a half of the positions each.
 */
public final class Drain implements Subject {

    private static final int FETCH = 2000;

    private final String name;
    private final Server server;
    private final String database;
    private final int cursors;
    private final long most;
    private final boolean decode;
    private final EventCodec codec = new EventCodec(PersonalDataGate.open(), Upcasters.none());

    private Drain(String name, Server server, String database, int cursors, long most, boolean decode) {
        this.name = name;
        this.server = server;
        this.database = database;
        this.cursors = cursors;
        this.most = most;
        this.decode = decode;
    }

    /** @param most rows read in one go */
    public static Drain rows(Server server, String database, int cursors, long most) {
        return new Drain("R1", server, database, cursors, most, false);
    }

    public static Drain facts(Server server, String database, int cursors, long most) {
        return new Drain("R2", server, database, cursors, most, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "facts";
    }

    @Override
    public int connections() {
        return cursors;
    }

    @Override
    public Done run(Duration length) throws Exception {
        long last = Math.min(most, head());
        LongAdder read = new LongAdder();
        double seconds = AtOnce.run(cursors, length, (number, _) -> {
            long after = last * number / cursors;
            long until = last * (number + 1) / cursors;
            read.add(read(after, until));
        });
        if (read.sum() != last) {
            throw new IllegalStateException("Of " + last + " rows " + read.sum() + " were read");
        }
        return Done.of(last, seconds);
    }

    private long read(long after, long until) throws SQLException {
        try (Connection connection = server.connect(database)) {
            connection.setAutoCommit(false);
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT position, stream, version, name, revision, payload, metadata, recorded_at, message_id"
                            + " FROM log.event WHERE position > ? AND position <= ? ORDER BY position")) {
                query.setFetchSize(FETCH);
                query.setLong(1, after);
                query.setLong(2, until);
                return count(query, after);
            }
        }
    }

    private long count(PreparedStatement query, long after) throws SQLException {
        long read = 0;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                read++;
                if (take(row) != after + read) {
                    throw new IllegalStateException("A position is missing from the log, or out of order");
                }
            }
        }
        return read;
    }

    /** Every column is fetched, as a consumer would. */
    private long take(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        UUID stream = row.getObject(2, UUID.class);
        long version = row.getLong(3);
        WrittenEvent written = new WrittenEvent(row.getString(4), row.getInt(5), row.getString(6));
        String metadata = row.getString(7);
        OffsetDateTime recordedAt = row.getObject(8, OffsetDateTime.class);
        UUID message = row.getObject(9, UUID.class);
        if (message == null || metadata.isEmpty()) {
            throw new IllegalStateException("A row without its message");
        }
        if (!decode) {
            return position;
        }
        StreamId id = new StreamId(stream);
        return new Recorded(
                        position,
                        id,
                        version,
                        recordedAt.toInstant(),
                        codec.readAttribution(metadata),
                        codec.read(id, written))
                .position();
    }

    private long head() throws SQLException {
        try (Connection connection = server.connect(database);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT coalesce(max(position), 0) FROM log.event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
