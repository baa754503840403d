package org.huhang.log.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.codec.EventCodec;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Reads the log through {@code COPY … TO STDOUT}, which carries rows with less ado than a query. Facts that are not wanted
 * stay in the database; those with a name this build does not know come over, so that they are found out.
 */
public final class PostgresLogScan implements LogScan {

    /** Positions a statement: short enough to be stopped soon, and to be walked along the index without sorting. */
    private static final long STRETCH = 65_536;

    private static final int PIECE = 2048;

    private final DataSource database;
    private final EventCodec codec;
    private final SQLExceptionTranslator faults = new SQLStateSQLExceptionTranslator();

    public PostgresLogScan(DataSource database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (long from = after; from < upTo; from += STRETCH) {
                stretch(copies, from, Math.min(upTo, from + STRETCH), wanted, sink);
            }
        } catch (SQLException e) {
            throw faults.translate("Reading the log", null, e);
        }
    }

    @Override
    public long cases() {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM log.event WHERE version = 0")
                .query(Long.class)
                .single();
    }

    private void stretch(CopyManager copies, long after, long upTo, Wanted wanted, Sink sink)
            throws SQLException, InterruptedException {
        CopyOut rows = copies.copyOut(statement(after, upTo, wanted));
        try {
            CopiedRow row = new CopiedRow(codec, wanted.attribution());
            List<Recorded> piece = new ArrayList<>(PIECE);
            for (byte[] bytes = rows.readFromCopy(); bytes != null; bytes = rows.readFromCopy()) {
                if (row.begin(bytes)) {
                    piece.add(row.fact());
                }
                if (piece.size() == PIECE) {
                    sink.take(piece, piece.getLast().position());
                    piece = new ArrayList<>(PIECE);
                }
            }
            sink.take(piece, upTo);
        } finally {
            leave(rows);
        }
    }

    /** Takes what still comes: cancelled, it would be left on the connection, for whoever asks there next. */
    private static void leave(CopyOut rows) throws SQLException {
        while (rows.isActive()) {
            rows.readFromCopy();
        }
    }

    private static String statement(long after, long upTo, Wanted wanted) {
        String wantedOnly = wanted.unwanted().stream()
                .map(type -> " AND NOT (name = '%s' AND revision <= %d)"
                        .formatted(EventCatalogue.name(type), EventCatalogue.revision(type)))
                .collect(Collectors.joining());
        return "COPY (SELECT position, stream, version, name, revision, payload, recorded_at"
                + (wanted.attribution() ? ", metadata" : "")
                + " FROM log.event WHERE position > " + after + " AND position <= " + upTo
                + (wanted.parts() == 1
                        ? ""
                        : " AND (uuid_hash(stream) & 2147483647) % " + wanted.parts() + " = " + wanted.part())
                + wantedOnly
                + " ORDER BY position) TO STDOUT (FORMAT binary)";
    }
}
