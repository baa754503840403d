package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of some cases for one transaction: loaded with one query a table, changed in memory, and written with one
 * statement a table. Must be used inside the transaction from beginning to end.
 */
public final class RowBatch {

    private final JdbcClient client;
    private final List<TableSql<?>> tables;
    private final Map<UUID, CaseRows> cases = new HashMap<>();
    private final Map<UUID, Written> written = new HashMap<>();

    private RowBatch(JdbcClient client, List<TableSql<?>> tables) {
        this.client = client;
        this.tables = tables;
    }

    /** @param schema of the copy of the read model */
    public static RowBatch of(JdbcClient client, String schema, List<Table<?>> tables, Collection<UUID> cases) {
        RowBatch batch = new RowBatch(
                client, TableSql.all(schema, tables));
        batch.load(cases);
        return batch;
    }

    /** @throws NullPointerException for a case that was not loaded */
    public CaseRows rows(UUID caseId) {
        return cases.get(caseId);
    }

    /** As if no fact of the case had been applied in this batch. */
    public void forget(UUID caseId) {
        load(List.of(caseId));
    }

    /** Deletes every row of the case, written or not. */
    public void clear(UUID caseId) {
        tables.forEach(table -> client.sql(table.clear()).param(caseId).update());
        load(List.of(caseId));
    }

    /** Writes what has changed. */
    public void flush() {
        for (TableSql<?> table : tables) {
            flush(table);
        }
        written.clear();
    }

    private <R> void flush(TableSql<R> sql) {
        List<String[]> put = new ArrayList<>();
        List<String[]> removed = new ArrayList<>();
        written.values().forEach(one -> one.collect(sql.table(), put, removed));
        if (!removed.isEmpty()) {
            client.sql(sql.delete()).params(columns(removed, sql.keyPlaces())).update();
        }
        if (!put.isEmpty()) {
            client.sql(sql.write()).params(columns(put, sql.allPlaces())).update();
        }
    }

    private void load(Collection<UUID> caseIds) {
        List<Table<?>> declared = tables.stream().<Table<?>>map(TableSql::table).toList();
        for (UUID caseId : caseIds) {
            Written changes = new Written();
            written.put(caseId, changes);
            cases.put(caseId, new CaseRows(caseId, declared, changes));
        }
        UUID[] ids = caseIds.toArray(UUID[]::new);
        tables.stream().filter(table -> !table.table().isAppendOnly()).forEach(table -> load(table, ids));
    }

    private <R> void load(TableSql<R> sql, UUID[] caseIds) {
        int columns = sql.table().columnNames().size();
        client.sql(sql.load()).param(caseIds).query(row -> {
            String[] cells = new String[columns - 1];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.getString(i + 2);
            }
            cases.get(row.getObject(1, UUID.class)).load(sql.table(), sql.table().decode(cells));
        });
    }

    private static List<Object> columns(List<String[]> rows, int[] places) {
        List<Object> columns = new ArrayList<>();
        for (int place : places) {
            columns.add(rows.stream().map(row -> row[place]).toArray(String[]::new));
        }
        return columns;
    }
}
