package org.huhang.log.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huhang.kernel.log.Recorded;

/** The one statement that appends: many changes, one call of {@code log.append}, one transaction. */
final class AppendStatement implements AutoCloseable {

    private final PreparedStatement call;

    AppendStatement(Connection connection) throws SQLException {
        this.call = connection.prepareStatement(
                "SELECT * FROM log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    /** @return one result a change, in their order; all of it on disk */
    List<AppendResult> append(List<Append> changes) throws SQLException {
        AppendArrays.of(changes).bind(call);
        Map<Integer, AppendResult> turnedAway = new HashMap<>();
        LogBefore before = null;
        try (ResultSet rows = call.executeQuery()) {
            while (rows.next()) {
                if (rows.getInt(1) == 0) {
                    before = new LogBefore(rows.getLong(3), instant(rows, 4), instant(rows, 5));
                    if (rows.getString(2).equals("PUT_BACK")) {
                        return Collections.nCopies(changes.size(), new AppendResult.PutBack(before.position));
                    }
                } else {
                    turnedAway.put(rows.getInt(1), turnedAway(rows));
                }
            }
        }
        return results(changes, turnedAway, before);
    }

    @Override
    public void close() throws SQLException {
        call.close();
    }

    private static AppendResult turnedAway(ResultSet row) throws SQLException {
        return switch (row.getString(2)) {
            case "ANSWERED" -> new AppendResult.AnsweredBefore(row.getString(6), row.getString(7), row.getLong(3));
            case "RECORDED" -> new AppendResult.WrittenBefore(row.getLong(3));
            case "OVERTAKEN" -> new AppendResult.Overtaken(false);
            case "HELD" -> new AppendResult.Held();
            case String other -> throw new SQLException("log.append said " + other);
        };
    }

    /** How the log stood before, and the one time at which all of these changes are recorded. */
    private record LogBefore(long position, Instant recordedAt, Instant now) {}

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Positions and times follow from how the log stood, in the same way as the function gives them out. */
    private static List<AppendResult> results(
            List<Append> changes, Map<Integer, AppendResult> turnedAway, LogBefore before) {
        List<AppendResult> results = new ArrayList<>(changes.size());
        long position = before.position;
        Instant recordedAt = before.recordedAt;
        for (int number = 1; number <= changes.size(); number++) {
            AppendResult no = turnedAway.get(number);
            if (no != null) {
                results.add(no);
                continue;
            }
            Append change = changes.get(number - 1);
            List<Recorded> facts = new ArrayList<>(change.facts().size());
            for (Append.Line line : change.facts()) {
                Instant at = change.ownTime().orElse(before.now);
                recordedAt = at.isAfter(recordedAt) ? at : recordedAt;
                facts.add(
                        new Recorded(++position, line.stream(), line.version(), recordedAt, change.by(), line.event()));
            }
            results.add(new AppendResult.Written(facts, position));
        }
        return results;
    }
}
