package org.huhang.bench.application;

import java.util.List;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/** What plain Axon is spared: it is not asked for the position of each answer, which would cost it a query. */
final class NoPositions implements CaseLog {

    @Override
    public List<Recorded> history(CaseId caseId) {
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
