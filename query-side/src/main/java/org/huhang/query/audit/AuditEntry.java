package org.huhang.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One fact's record, without the fact.
 *
 * @param event stable name of the fact
 * @param recordedAt UTC
 * @param effectiveOn Asia/Shanghai
 * @param jurisdiction code of the division the actor answered for, {@code 000000} for the nation
 * @param requestId the server's own, as in the answer's {@code X-Request-Id}
 * @param clientRequestId what the caller sent as {@code X-Request-Id}; null where nothing sane was sent
 * @param source e.g. an import job and row; null for a request by hand
 * @param demo whether the fact is invented, for demonstration
 */
@Schema(description = "Who recorded a fact, when, in which role, from which request")
public record AuditEntry(
        long position,
        String caseId,
        long version,
        String event,
        int revision,
        String effectiveOn,
        String recordedAt,
        String actor,
        String role,
        String jurisdiction,
        String requestId,
        String clientRequestId,
        String channel,
        String source,
        boolean demo) {}
