package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of some cases for one transaction: changed in memory, and written with one statement a table. */
public final class RowBatch {

    private final JdbcClient client;
    private final List<Table<?>> tables;
    private final List<TableSql<?>> statements;
    private final Function<StreamId, List<Recorded>> log;
    private final Map<UUID, CaseRows> cases = new HashMap<>();
    private final Written written = new Written();

    RowBatch(
            JdbcClient client,
            List<Table<?>> tables,
            List<TableSql<?>> statements,
            Function<StreamId, List<Recorded>> log) {
        this.client = client;
        this.tables = tables;
        this.statements = statements;
        this.log = log;
    }

    /** A case that has no rows yet. */
    CaseRows begin(UUID caseId) {
        CaseRows rows = new CaseRows(caseId, tables, log);
        cases.put(caseId, rows);
        return rows;
    }

    void load(Collection<UUID> caseIds, Set<UUID> begun, RowMemory memory) {
        List<UUID> unknown = new ArrayList<>();
        for (UUID caseId : caseIds) {
            CaseRows known = memory.of(caseId);
            if (known == null) {
                memory.keep(caseId, begin(caseId));
                if (!begun.contains(caseId)) {
                    unknown.add(caseId);
                }
            } else {
                cases.put(caseId, known);
            }
        }
        if (!unknown.isEmpty()) {
            UUID[] wanted = unknown.toArray(UUID[]::new);
            statements.stream().filter(table -> !table.table().isAppendOnly()).forEach(table -> load(table, wanted));
        }
    }

    /** A fact that cannot be applied leaves the rows as they were, and is thrown back whatever it has thrown. */
    public void apply(Projection projection, Recorded fact) {
        apply(projection, fact, fact.position());
    }

    /** Likewise, of a fact that is known only from a later position on: see {@link Rows#knownFrom}. */
    public void apply(Projection projection, Recorded fact, long knownFrom) {
        cases.get(fact.stream().value()).apply(projection, fact, knownFrom, written);
    }

    /** Writes what has changed. */
    public void flush() {
        statements.forEach(this::flush);
        written.clear();
    }

    private <R> void flush(TableSql<R> sql) {
        run(sql.delete(), sql.keyPlaces(), written.removed(sql.table()));
        run(sql.insert(), sql.allPlaces(), written.added(sql.table()));
        run(sql.replace(), sql.allPlaces(), written.replaced(sql.table()));
    }

    private void run(String statement, int[] places, List<String[]> rows) {
        if (!rows.isEmpty()) {
            client.sql(statement).params(columns(rows, places)).update();
        }
    }

    private <R> void load(TableSql<R> sql, UUID[] caseIds) {
        int columns = sql.allPlaces().length - 1;
        client.sql(sql.load()).param(caseIds).query(row -> {
            String[] cells = new String[columns];
            for (int i = 0; i < columns; i++) {
                cells[i] = row.getString(i + 2);
            }
            cases.get(row.getObject(1, UUID.class))
                    .load(sql.table(), sql.table().decode(cells));
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
