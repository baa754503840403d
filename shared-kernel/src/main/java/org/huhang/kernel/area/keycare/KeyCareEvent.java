package org.huhang.kernel.area.keycare;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventType;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.RiskLevel;

/** The key-care ledger (重点关爱服务对象信息台账) and its home visits. Plan 2024 (五). */
public sealed interface KeyCareEvent extends CaseEvent {

    /** @param nextVisitDue last day for the next home visit, by the cadence of {@code edition} */
    @EventType("KeyCareListed")
    record KeyCareListed(
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate nextVisitDue,
            PolicyEditionId edition,
            LocalDate effectiveOn)
            implements KeyCareEvent {
        public KeyCareListed {
            grounds = Grounds.ordered(grounds);
        }
    }

    /** Grounds or risk were judged anew while listed. */
    @EventType("KeyCareReassessed")
    record KeyCareReassessed(
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate nextVisitDue,
            PolicyEditionId edition,
            LocalDate effectiveOn)
            implements KeyCareEvent {
        public KeyCareReassessed {
            grounds = Grounds.ordered(grounds);
        }
    }

    @EventType("KeyCareDelisted")
    record KeyCareDelisted(DelistReason reason, Optional<Narrative> note, LocalDate effectiveOn)
            implements KeyCareEvent {}

    /**
     * 走访探视. {@code effectiveOn} is the day of the visit.
     *
     * @param childView what the child said, in the child's own words; asked for from the eighth birthday
     * @param edition of the visit cadence that gave {@code nextVisitDue}
     */
    @EventType("HomeVisitRecorded")
    record HomeVisitRecorded(
            PersonName visitor,
            Narrative seen,
            Optional<Narrative> childView,
            RiskLevel risk,
            LocalDate nextVisitDue,
            PolicyEditionId edition,
            LocalDate effectiveOn)
            implements KeyCareEvent {}

    /**
     * Somebody came for a home visit, and the child was not met. It is no visit: it puts none off.
     *
     * @param found nobody at home, what neighbours say, where to look
     * @param searchAfter that many attempts without a visit in between call for somebody to look into it, by {@code edition}
     */
    @EventType("HomeVisitAttempted")
    record HomeVisitAttempted(
            PersonName visitor, Narrative found, int searchAfter, PolicyEditionId edition, LocalDate effectiveOn)
            implements KeyCareEvent {}
}
