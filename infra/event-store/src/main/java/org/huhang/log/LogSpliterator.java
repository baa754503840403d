package org.huhang.log;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.huhang.log.read.Entry;
import org.huhang.log.read.LogTable;

/** Walks the log from a position to its present end, a batch at a time. */
final class LogSpliterator extends Spliterators.AbstractSpliterator<Entry> {

    private final LogTable table;
    private final int batch;
    private long position;
    private Iterator<Entry> fetched = List.<Entry>of().iterator();

    LogSpliterator(LogTable table, long after, int batch) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
        this.table = table;
        this.batch = batch;
        this.position = after;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Entry> action) {
        if (!fetched.hasNext()) {
            fetched = table.after(position, batch).iterator();
        }
        if (!fetched.hasNext()) {
            return false;
        }
        Entry entry = fetched.next();
        position = entry.fact().position();
        action.accept(entry);
        return true;
    }
}
