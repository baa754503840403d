package org.huhang.query.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.api.Parameters;

/**
 * Which entries are asked for.
 *
 * @param from first day of recording, Asia/Shanghai
 * @param to last day of recording, itself included
 */
record AuditFilter(
        Optional<UUID> caseId,
        Optional<String> actor,
        Optional<String> event,
        Optional<String> requestId,
        Optional<String> clientRequestId,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** @throws Refused naming the parameter at fault */
    static AuditFilter of(
            String caseId,
            String actor,
            String event,
            String requestId,
            String clientRequestId,
            String from,
            String to) {
        AuditFilter filter = new AuditFilter(
                Parameters.uuid("caseId", caseId),
                Parameters.text("actor", actor),
                Parameters.text("event", event),
                Parameters.text("requestId", requestId),
                Parameters.text("clientRequestId", clientRequestId),
                Parameters.date("from", from),
                Parameters.date("to", to));
        filter.event().ifPresent(AuditFilter::known);
        if (filter.from().isPresent()
                && filter.to().filter(filter.from().get()::isAfter).isPresent()) {
            throw new Refused(Refusal.at("to", RefusalCode.PERIOD_REVERSED));
        }
        return filter;
    }

    Optional<OffsetDateTime> since() {
        return from.map(AuditFilter::startOf);
    }

    Optional<OffsetDateTime> until() {
        return to.map(day -> startOf(day.plusDays(1)));
    }

    private static void known(String event) {
        try {
            EventCatalogue.named(event);
        } catch (IllegalArgumentException noSuchEvent) {
            throw new Refused(Refusal.at("event", RefusalCode.INVALID_PARAMETER));
        }
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(Shanghai.ZONE).toOffsetDateTime();
    }
}
