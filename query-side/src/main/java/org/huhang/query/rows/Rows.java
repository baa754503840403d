package org.huhang.query.rows;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.CaseHistory;

/** The rows of one case, as they stand after the facts applied so far. Written to the database later, all at once. */
public interface Rows {

    /**
     * Position from which on that is known which is put now: the fact's own, or a later one where the case was passed over when
     * the fact came. Facts taken in late may share one: a row that begins and ends with it was known as of no moment.
     */
    long knownFrom();

    /**
     * The case of the fact as all of its facts up to this one tell it, of files that were merged into it too. Read from the log:
     * for a fact that the rows alone do not say what to make of.
     */
    CaseHistory history();

    /**
     * The row of a table that keeps one row a case.
     *
     * @throws IllegalArgumentException for a table with a key beside the case
     */
    <R> Optional<R> one(Table<R> table);

    /** Every row of the case that the table {@linkplain Table#loads loads}, in no order. */
    <R> List<R> of(Table<R> table);

    /** Adds the row, or puts it in the place of the one with the same key. */
    <R> void put(Table<R> table, R row);

    /** Takes away the row with the same key, if there is one. */
    <R> void remove(Table<R> table, R row);
}
