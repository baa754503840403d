package org.huhang.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.huhang.log.read.LogScan;

/** Reads some parts of the log, and then fails. */
final class ScanThatFails implements LogScan {

    final List<Integer> parts = new CopyOnWriteArrayList<>();
    private final LogScan scan;
    private final int good;

    /** @param good how many parts can be read */
    ScanThatFails(LogScan scan, int good) {
        this.scan = scan;
        this.good = good;
    }

    @Override
    public void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException {
        if (parts.size() == good) {
            throw new IllegalStateException("the reader died");
        }
        parts.add(wanted.part());
        scan.scan(after, upTo, wanted, sink);
    }

    @Override
    public long cases() {
        return scan.cases();
    }
}
