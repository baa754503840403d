package org.huhang.query.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one case and table that the next fact may look at. Small, for a rebuild holds one a case. */
final class Kept<R> {

    private final Table<R> table;
    private R only;
    private Map<String, R> several = Map.of();

    Kept(Table<R> table) {
        this.table = table;
    }

    Table<R> table() {
        return table;
    }

    List<R> all() {
        if (table.oneRowACase()) {
            return only == null ? List.of() : List.of(only);
        }
        return List.copyOf(several.values());
    }

    /** @return what the row has replaced, or null */
    R put(String key, R row) {
        if (table.oneRowACase()) {
            R before = only;
            only = row;
            return before;
        }
        if (several.isEmpty()) {
            several = new LinkedHashMap<>(4);
        }
        return several.put(key, row);
    }

    /** @return what was there, or null */
    R remove(String key) {
        if (table.oneRowACase()) {
            R before = only;
            only = null;
            return before;
        }
        return several.isEmpty() ? null : several.remove(key);
    }
}
