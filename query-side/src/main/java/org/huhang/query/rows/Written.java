package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch has to write: of each row only what became of it in the end. */
final class Written implements Changes {

    private record Place(UUID caseId, String key) {}

    private record Change(Object row, boolean removed) {}

    private final Map<Table<?>, Map<Place, Change>> changes = new IdentityHashMap<>();
    private final Map<Table<?>, List<String[]>> appended = new IdentityHashMap<>();

    @Override
    public <R> void put(UUID caseId, Table<R> table, String key, R row) {
        if (table.isAppendOnly()) {
            appended.computeIfAbsent(table, it -> new ArrayList<>()).add(table.encode(caseId, row));
        } else {
            note(caseId, table, key, new Change(row, false));
        }
    }

    @Override
    public <R> void removed(UUID caseId, Table<R> table, String key, R row) {
        note(caseId, table, key, new Change(row, true));
    }

    /** Cells of the rows to be written. */
    <R> List<String[]> put(Table<R> table) {
        return table.isAppendOnly() ? appended.getOrDefault(table, List.of()) : cells(table, false);
    }

    /** Cells of the rows to be taken away. */
    <R> List<String[]> removed(Table<R> table) {
        return cells(table, true);
    }

    void clear() {
        changes.clear();
        appended.clear();
    }

    private void note(UUID caseId, Table<?> table, String key, Change change) {
        changes.computeIfAbsent(table, it -> new LinkedHashMap<>()).put(new Place(caseId, key), change);
    }

    @SuppressWarnings("unchecked")
    private <R> List<String[]> cells(Table<R> table, boolean removed) {
        List<String[]> cells = new ArrayList<>();
        changes.getOrDefault(table, Map.of()).forEach((place, change) -> {
            if (change.removed() == removed) {
                cells.add(table.encode(place.caseId(), (R) change.row()));
            }
        });
        return cells;
    }
}
