package org.huhang.kernel.log;

import java.time.Instant;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CaseId;

/**
 * A fact as the log holds it.
 *
 * @param position in the whole log: gapless from 1, in commit order
 * @param version in its case's stream: gapless from 0
 * @param recordedAt when it became known, by the one writer's clock; never decreases along positions
 */
public record Recorded(
        long position, CaseId caseId, long version, Instant recordedAt, Attribution by, CaseEvent event) {}
