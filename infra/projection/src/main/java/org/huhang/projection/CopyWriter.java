package org.huhang.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huhang.query.rows.Changes;
import org.huhang.query.rows.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Writes rows through {@code COPY … FROM STDIN}, each once, in the transaction of its connection. */
final class CopyWriter {

    /** Bytes of a table's rows gathered for one COPY; a connection can carry on only one at a time. */
    private static final int ENOUGH = 1 << 20;

    private final Connection connection;
    private final String schema;
    private final Map<Table<?>, CopyText> waiting = new HashMap<>();

    CopyWriter(Connection connection, String schema, List<Table<?>> tables) {
        this.connection = connection;
        this.schema = schema;
        tables.forEach(table -> waiting.put(table, new CopyText(ENOUGH)));
    }

    /** Of what changes, writes the rows that will not change again. */
    Changes finals() {
        return new Changes() {
            @Override
            public <R> void put(UUID caseId, Table<R> table, String key, R row, boolean fresh) {
                if (!table.loads(row)) {
                    write(caseId, table, row);
                }
            }

            @Override
            public <R> void removed(UUID caseId, Table<R> table, String key, R row) {}
        };
    }

    /** Writes whatever it is told of. */
    Changes all() {
        return new Changes() {
            @Override
            public <R> void put(UUID caseId, Table<R> table, String key, R row, boolean fresh) {
                write(caseId, table, row);
            }

            @Override
            public <R> void removed(UUID caseId, Table<R> table, String key, R row) {}
        };
    }

    void finish() {
        waiting.forEach(this::write);
    }

    private <R> void write(UUID caseId, Table<R> table, R row) {
        CopyText text = waiting.get(table);
        text.row(table.encode(caseId, row));
        if (text.length() >= ENOUGH) {
            write(table, text);
        }
    }

    private void write(Table<?> table, CopyText text) {
        if (text.length() == 0) {
            return;
        }
        try {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY %s.%s (%s) FROM STDIN"
                            .formatted(schema, table.name(), String.join(", ", table.columnNames())));
            copy.writeToCopy(text.bytes(), 0, text.length());
            copy.endCopy();
            text.clear();
        } catch (SQLException e) {
            throw new SQLStateSQLExceptionTranslator().translate("Copying rows", null, e);
        }
    }
}
