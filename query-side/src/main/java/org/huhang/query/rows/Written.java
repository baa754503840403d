package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch has to write of one case: of each row only what became of it in the end. */
final class Written implements Changes {

    private record Place(Table<?> table, String key) {}

    private record Change(UUID caseId, Object row, boolean removed) {}

    private final Map<Place, Change> changes = new LinkedHashMap<>();
    private final List<Map.Entry<Table<?>, Change>> appended = new ArrayList<>();

    @Override
    public <R> void put(UUID caseId, Table<R> table, String key, R row) {
        Change change = new Change(caseId, row, false);
        if (table.isAppendOnly()) {
            appended.add(Map.entry(table, change));
        } else {
            changes.put(new Place(table, key), change);
        }
    }

    @Override
    public <R> void removed(UUID caseId, Table<R> table, String key, R row) {
        changes.put(new Place(table, key), new Change(caseId, row, true));
    }

    /** Adds the cells of what is to be written to and taken from {@code table}. */
    <R> void collect(Table<R> table, List<String[]> put, List<String[]> removed) {
        appended.stream().filter(it -> it.getKey() == table).forEach(it -> put.add(cells(table, it.getValue())));
        changes.forEach((place, change) -> {
            if (place.table() == table) {
                (change.removed() ? removed : put).add(cells(table, change));
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <R> String[] cells(Table<R> table, Change change) {
        return table.encode(change.caseId(), (R) change.row());
    }
}
