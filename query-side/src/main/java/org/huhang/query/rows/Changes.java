package org.huhang.query.rows;

import java.util.UUID;

/** Told of what a fold does to the rows of a case. */
public interface Changes {

    /**
     * @param key of the row among those of its case and table
     * @param fresh whether there was no row of this key among those that are loaded
     */
    <R> void put(UUID caseId, Table<R> table, String key, R row, boolean fresh);

    /** Of a row that was there. */
    <R> void removed(UUID caseId, Table<R> table, String key, R row);
}
