package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch has to write: of each row only what became of it in the end. */
final class Written implements Changes {

    private record RowKey(UUID caseId, String key) {}

    /** @param fresh whether the database has no row of this key yet */
    private record Change(Object row, boolean removed, boolean fresh) {}

    private final Map<Table<?>, Map<RowKey, Change>> changes = new IdentityHashMap<>();
    private final Map<Table<?>, List<String[]>> appended = new IdentityHashMap<>();

    @Override
    public <R> void put(UUID caseId, Table<R> table, String key, R row, boolean fresh) {
        if (table.isAppendOnly()) {
            appended.computeIfAbsent(table, it -> new ArrayList<>()).add(table.encode(caseId, row));
        } else {
            note(caseId, table, key, new Change(row, false, fresh));
        }
    }

    @Override
    public <R> void removed(UUID caseId, Table<R> table, String key, R row) {
        note(caseId, table, key, new Change(row, true, false));
    }

    /** Cells of the rows that the database does not have. */
    <R> List<String[]> added(Table<R> table) {
        return table.isAppendOnly() ? appended.getOrDefault(table, List.of()) : cells(table, false, true);
    }

    /** Cells of the rows that come in the place of others. */
    <R> List<String[]> replaced(Table<R> table) {
        return cells(table, false, false);
    }

    /** Cells of the rows to be taken away. */
    <R> List<String[]> removed(Table<R> table) {
        return cells(table, true, false);
    }

    void clear() {
        changes.clear();
        appended.clear();
    }

    private void note(UUID caseId, Table<?> table, String key, Change change) {
        // What the database has was settled by the first change of this batch.
        changes.computeIfAbsent(table, it -> new LinkedHashMap<>())
                .merge(new RowKey(caseId, key), change, (first, now) -> new Change(now.row, now.removed, first.fresh));
    }

    @SuppressWarnings("unchecked")
    private <R> List<String[]> cells(Table<R> table, boolean removed, boolean fresh) {
        List<String[]> cells = new ArrayList<>();
        changes.getOrDefault(table, Map.of()).forEach((place, change) -> {
            if (change.removed == removed && change.fresh == fresh) {
                cells.add(table.encode(place.caseId(), (R) change.row()));
            }
        });
        return cells;
    }
}
