package org.huhang.bench.axon;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;

/** Walks the log from a position to its present end, a batch at a time. */
final class LogSpliterator extends Spliterators.AbstractSpliterator<Recorded> {

    private final EventLog log;
    private final int batch;
    private long position;
    private Iterator<Recorded> fetched = List.<Recorded>of().iterator();

    LogSpliterator(EventLog log, long after, int batch) {
        super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
        this.log = log;
        this.batch = batch;
        this.position = after;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Recorded> action) {
        if (!fetched.hasNext()) {
            fetched = log.after(position, batch).iterator();
        }
        if (!fetched.hasNext()) {
            return false;
        }
        Recorded recorded = fetched.next();
        position = recorded.position();
        action.accept(recorded);
        return true;
    }
}
