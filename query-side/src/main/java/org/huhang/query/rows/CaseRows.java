package org.huhang.query.rows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One case's rows in memory, while facts are folded into them. Every change is told as it is made. Not thread-safe. */
public final class CaseRows implements Rows {

    private final UUID caseId;
    private final Changes changes;
    private final Kept<?>[] tables;
    private final List<Table<?>> declared;

    public CaseRows(UUID caseId, List<Table<?>> tables, Changes changes) {
        this.caseId = caseId;
        this.changes = changes;
        this.declared = tables;
        this.tables = new Kept<?>[tables.size()];
    }

    /** Takes in a row that the database already has. */
    public <R> void load(Table<R> table, R row) {
        kept(table).put(table.keyOf(row), row);
    }

    /** Tells of every row held, as if each were put now. */
    public void tellAll(Changes of) {
        for (Kept<?> kept : tables) {
            if (kept != null) {
                tell(kept, of);
            }
        }
    }

    @Override
    public <R> Optional<R> one(Table<R> table) {
        if (!table.oneRowACase()) {
            throw new IllegalArgumentException("Table " + table.name() + " may keep several rows a case");
        }
        return of(table).stream().findFirst();
    }

    @Override
    public <R> List<R> of(Table<R> table) {
        return kept(table).all();
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        String key = table.keyOf(row);
        if (!table.loads(row)) {
            kept(table).remove(key);
            changes.put(caseId, table, key, row);
        } else if (!row.equals(kept(table).put(key, row))) {
            changes.put(caseId, table, key, row);
        }
    }

    @Override
    public <R> void remove(Table<R> table, R row) {
        String key = table.keyOf(row);
        kept(table).remove(key);
        changes.removed(caseId, table, key, row);
    }

    private <R> void tell(Kept<R> kept, Changes of) {
        for (R row : kept.all()) {
            of.put(caseId, kept.table(), kept.table().keyOf(row), row);
        }
    }

    @SuppressWarnings("unchecked")
    private <R> Kept<R> kept(Table<R> table) {
        int place = declared.indexOf(table);
        if (place < 0) {
            throw new IllegalArgumentException("The projection does not declare table " + table.name());
        }
        if (tables[place] == null) {
            tables[place] = new Kept<>(table);
        }
        return (Kept<R>) tables[place];
    }
}
