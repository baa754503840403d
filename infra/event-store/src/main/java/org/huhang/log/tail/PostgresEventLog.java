package org.huhang.log.tail;

import java.util.List;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.read.Entry;
import org.huhang.log.read.LogTable;

public final class PostgresEventLog implements EventLog {

    private final LogTable table;
    private final LogTail tail;

    public PostgresEventLog(LogTable table, LogTail tail) {
        this.table = table;
        this.tail = tail;
    }

    @Override
    public List<Recorded> history(StreamId stream) {
        return table.stream(stream.value(), 0).stream().map(Entry::fact).toList();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return tail.after(position, limit)
                .orElseGet(() ->
                        table.after(position, limit).stream().map(Entry::fact).toList());
    }

    @Override
    public long head() {
        return table.head();
    }
}
