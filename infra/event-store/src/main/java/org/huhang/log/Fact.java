package org.huhang.log;

import java.time.Instant;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.value.CaseId;

/** A fact about to be written. */
record Fact(CaseId caseId, long version, CaseEvent event, Attribution by, Instant at, String messageId) {}
