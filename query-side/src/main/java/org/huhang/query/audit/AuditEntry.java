package org.huhang.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One fact's record, without the fact.
 *
 * @param caseId of a child's case; null for other facts, likewise {@code staffId}
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
        @Nullable CaseId caseId,
        @Nullable StreamId staffId,
        long version,
        String event,
        int revision,
        LocalDate effectiveOn,
        Instant recordedAt,
        String actor,
        Role role,
        Jurisdiction jurisdiction,
        String requestId,
        @Nullable String clientRequestId,
        Attribution.Channel channel,
        @Nullable String source,
        boolean demo) {}
