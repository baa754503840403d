package org.huhang.query.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Rows of the cases worked on lately, as they stand in the tables, so that the next facts of these cases need no query.
 * Whoever keeps one sees to it that nobody else has written those rows, and that what was not committed is forgotten. Not
 * thread-safe.
 */
public final class RowMemory {

    private final Map<UUID, CaseRows> cases;

    /** @param most cases; 0 remembers nothing */
    public RowMemory(int most) {
        this.cases = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, CaseRows> eldest) {
                return size() > most;
            }
        };
    }

    public void forget(UUID caseId) {
        cases.remove(caseId);
    }

    public void forgetAll() {
        cases.clear();
    }

    /** Or null. */
    CaseRows of(UUID caseId) {
        return cases.get(caseId);
    }

    void keep(UUID caseId, CaseRows rows) {
        cases.put(caseId, rows);
    }
}
