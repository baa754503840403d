package org.huhang.projection;

import java.time.Instant;
import org.huhang.kernel.value.CaseId;

/**
 * A case whose facts a read model passes over, because it could not apply one of them.
 *
 * @param position of the fact at fault, from which on all are passed over
 * @param event its stable name
 * @param reason what sort of error, at the last attempt; never its text, which may quote a row
 */
public record ParkedCase(CaseId caseId, long position, String event, String reason, Instant since) {}
