package org.huhang.kernel.log;

import java.time.Instant;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/**
 * A fact as the log holds it.
 *
 * @param position in the whole log: gapless from 1, in commit order
 * @param version in its stream: gapless from 0
 * @param recordedAt when it became known, by the one writer's clock; never decreases along positions
 */
public record Recorded(long position, StreamId stream, long version, Instant recordedAt, Attribution by, Event event) {

    /** Of a child's case: which. */
    public CaseId caseId() {
        return CaseId.of(stream.value());
    }
}
