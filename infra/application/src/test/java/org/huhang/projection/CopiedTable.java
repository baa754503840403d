package org.huhang.projection;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A table as text: a line of its columns, then a line a row in the order of all columns, as PostgreSQL's COPY writes
 * them, with instants in UTC.
 */
record CopiedTable(List<String> lines) {

    static CopiedTable of(String text) {
        return new CopiedTable(text.lines().toList());
    }

    static CopiedTable read(Connection connection, String table) throws SQLException, IOException {
        return copied(connection, "SELECT * FROM " + table + " t ORDER BY t");
    }

    /** The columns that this copy has of a table that may have gained others since. */
    CopiedTable readAgain(Connection connection, String table) throws SQLException, IOException {
        String columns = String.join(", ", columns());
        return copied(connection, "SELECT " + columns + " FROM " + table + " t ORDER BY (" + columns + ")");
    }

    List<String> columns() {
        return List.of(lines.getFirst().split("\t"));
    }

    int rows() {
        return lines.size() - 1;
    }

    void writeTo(Connection connection, String table) throws SQLException, IOException {
        inUtc(connection)
                .copyIn(
                        "COPY " + table + " (" + String.join(", ", columns()) + ") FROM STDIN (HEADER MATCH)",
                        new StringReader(text()));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private static CopiedTable copied(Connection connection, String select) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        inUtc(connection).copyOut("COPY (" + select + ") TO STDOUT (HEADER)", text);
        return of(text.toString());
    }

    private static CopyManager inUtc(Connection connection) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("SET TIME ZONE 'UTC'");
        }
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
