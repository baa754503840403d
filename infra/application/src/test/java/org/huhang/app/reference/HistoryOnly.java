package org.huhang.app.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;

/** No rows at all, but the history that they would be made anew from. */
record HistoryOnly(Supplier<CaseHistory> read) implements Rows {

    @Override
    public CaseHistory history() {
        return read.get();
    }

    @Override
    public long knownFrom() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> Optional<R> one(Table<R> table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> List<R> of(Table<R> table) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <R> void remove(Table<R> table, R row) {
        throw new UnsupportedOperationException();
    }
}
