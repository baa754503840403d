package org.huhang.kernel.log;

import java.util.List;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/** Reading the log, for those who may not know where it is kept. */
public interface EventLog {

    /** Every fact of one stream in order of version; empty for an unknown one. */
    List<Recorded> history(StreamId stream);

    /** Of a child's case. */
    default List<Recorded> history(CaseId caseId) {
        return history(caseId.stream());
    }

    /** At most {@code limit} facts after {@code position}, in order of position. */
    List<Recorded> after(long position, int limit);

    /** Position of the newest fact; 0 for an empty log. */
    long head();
}
