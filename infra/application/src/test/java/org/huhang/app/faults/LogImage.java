package org.huhang.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The log as read past the product, a piece further each time; what was once read must stay as it is. */
final class LogImage {

    private final List<LogRow> rows = new ArrayList<>();

    List<LogRow> rows() {
        return rows;
    }

    /** Reads what was added since. */
    void readOn(Connection database) throws SQLException {
        rows.addAll(after(rows.isEmpty() ? 0 : rows.getLast().position(), database));
    }

    /** Reads everything once more: no fact that anybody could read has changed or gone. */
    void requireUnchanged(Connection database) throws SQLException {
        List<LogRow> again = after(0, database);
        assertThat(again.size()).isGreaterThanOrEqualTo(rows.size());
        assertThat(again.subList(0, rows.size())).isEqualTo(rows);
    }

    static Set<String> receipts(Connection database) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (PreparedStatement query = database.prepareStatement("SELECT key FROM log.receipt WHERE owner = ?")) {
            query.setString(1, Errand.OWNER);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1));
                }
            }
        }
        return keys;
    }

    private static List<LogRow> after(long position, Connection database) throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement("""
                SELECT position, stream, version, name, recorded_at, metadata ->> 'requestId',
                       coalesce(metadata ->> 'source', '')
                FROM log.event WHERE position > ? ORDER BY position""")) {
            query.setLong(1, position);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new LogRow(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            row.getLong(3),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getString(6),
                            row.getString(7)));
                }
            }
        }
        return rows;
    }
}
