package org.huhang.command.area.keycare;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.RiskLevel;

/** The key-care ledger (重点关爱服务对象信息台账) and home visits. Plan 2024 (五). */
public sealed interface KeyCareCommand extends CaseCommand {

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return KeyCareDecision.decide(state, this, at);
    }

    @CommandType(
            value = "list-key-care",
            refuses = {ALREADY_KEY_CARE, GROUND_REQUIRES_TOWNSHIP_CROSSING, TOO_OLD_FOR_CARE})
    record ListKeyCare(Set<KeyCareGround> grounds, RiskLevel risk, LocalDate on) implements KeyCareCommand {
        public ListKeyCare {
            Required.field("grounds", grounds == null || grounds.isEmpty() ? null : grounds)
                    .and("risk", risk)
                    .and("on", on)
                    .orRefuse();
        }
    }

    @CommandType(
            value = "reassess-key-care",
            refuses = {NOT_KEY_CARE, GROUND_REQUIRES_TOWNSHIP_CROSSING, TOO_OLD_FOR_CARE})
    record ReassessKeyCare(Set<KeyCareGround> grounds, RiskLevel risk, LocalDate on) implements KeyCareCommand {
        public ReassessKeyCare {
            Required.field("grounds", grounds == null || grounds.isEmpty() ? null : grounds)
                    .and("risk", risk)
                    .and("on", on)
                    .orRefuse();
        }
    }

    @CommandType(
            value = "delist-key-care",
            refuses = {NOT_KEY_CARE, NOT_YET_ADULT})
    record DelistKeyCare(DelistReason reason, Optional<Narrative> note, LocalDate on) implements KeyCareCommand {
        public DelistKeyCare {
            Required.field("reason", reason).and("on", on).orRefuse();
        }
    }

    /**
     * 走访探视.
     *
     * @param childView the child's own view; required from the eighth birthday
     * @param risk judged anew at the visit; absent keeps the level on file
     * @param on day of the visit
     */
    @CommandType(
            value = "record-visit",
            refuses = {NOT_KEY_CARE, VISIT_BEFORE_LISTING, CHILD_VIEW_REQUIRED})
    record RecordVisit(
            PersonName visitor, Narrative seen, Optional<Narrative> childView, Optional<RiskLevel> risk, LocalDate on)
            implements KeyCareCommand {
        public RecordVisit {
            Required.field("visitor", visitor).and("seen", seen).and("on", on).orRefuse();
        }
    }

    /**
     * Somebody came and did not meet the child.
     *
     * @param found nobody at home, what neighbours say, where to look
     */
    @CommandType(
            value = "record-attempted-visit",
            refuses = {NOT_KEY_CARE, VISIT_BEFORE_LISTING})
    record RecordAttemptedVisit(PersonName visitor, Narrative found, LocalDate on) implements KeyCareCommand {
        public RecordAttemptedVisit {
            Required.field("visitor", visitor).and("found", found).and("on", on).orRefuse();
        }
    }
}
