package org.huhang.bench.application;

import java.util.List;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;

/** What plain Axon is spared: it is not asked for the position of each answer, which would cost it a query. */
final class NoPositions implements EventLog {

    @Override
    public List<Recorded> history(StreamId stream) {
        throw new IllegalStateException("Plain Axon's cases are read through its own store");
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        throw new IllegalStateException("Plain Axon's events are followed through its own store");
    }

    @Override
    public long head() {
        return 0;
    }
}
