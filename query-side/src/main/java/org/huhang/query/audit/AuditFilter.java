package org.huhang.query.audit;

import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.KnownAt;
import org.huhang.query.api.Parameters;

/**
 * Which entries are asked for.
 *
 * @param after the last position that is too early
 * @param upTo the last moment asked for, empty while its day goes on; and {@code to} as it was asked for: the end of today
 *     moves on from page to page
 */
record AuditFilter(
        Optional<UUID> caseId,
        Optional<UUID> staffId,
        Optional<String> actor,
        Optional<String> event,
        Optional<String> requestId,
        Optional<String> clientRequestId,
        Optional<Long> after,
        Optional<Moment> upTo,
        Optional<KnownAt> to) {

    /** @throws Refused naming the parameter at fault */
    static AuditFilter of(
            String caseId,
            String staffId,
            String actor,
            String event,
            String requestId,
            String clientRequestId,
            String from,
            String to,
            Knowledge knowledge) {
        if (KnownAt.reversed(from, to)) {
            throw new Refused(Refusal.at("to", RefusalCode.PERIOD_REVERSED));
        }
        AuditFilter filter = new AuditFilter(
                Parameters.uuid("caseId", caseId),
                Parameters.uuid("staffId", staffId),
                Parameters.text("actor", actor),
                Parameters.text("event", event),
                Parameters.text("requestId", requestId),
                Parameters.text("clientRequestId", clientRequestId),
                knowledge.before("from", from),
                knowledge.upTo("to", to).filter(_ -> !knowledge.isToday("to", to)),
                KnownAt.read("to", to));
        filter.event().ifPresent(AuditFilter::known);
        if (filter.isReversed()) {
            throw new Refused(Refusal.at("to", RefusalCode.PERIOD_REVERSED));
        }
        return filter;
    }

    AskedList.Filters in(AskedList.Filters list) {
        return list.with("caseId", caseId)
                .with("staffId", staffId)
                .with("actor", actor)
                .with("event", event)
                .with("requestId", requestId)
                .with("clientRequestId", clientRequestId)
                .with("from", after)
                .with("to", to);
    }

    private boolean isReversed() {
        return after.isPresent() && upTo.isPresent() && after.get() > upTo.get().position();
    }

    private static void known(String event) {
        try {
            EventCatalogue.named(event);
        } catch (IllegalArgumentException noSuchEvent) {
            throw new Refused(Refusal.at("event", RefusalCode.INVALID_PARAMETER));
        }
    }
}
