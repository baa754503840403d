package org.huhang.command.area.screening;

import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandType;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.refusal.Required;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;

/** Monitoring and screening (监测摸排). Plan 2024 (四). */
public sealed interface ScreeningCommand extends CaseCommand {

    @Override
    default Decision decide(Registered state, Circumstances at) {
        return ScreeningDecision.decide(
                state.screening(),
                ScreeningFacts.of(state.child()),
                this,
                state.lifecycle().openSince(),
                at.policies());
    }

    /** Judges the recorded facts as of {@code on} by the policy edition in force there and then. */
    @CommandType(
            value = "screen",
            refuses = {TOO_OLD_TO_SCREEN, UNDER_REVIEW})
    record Screen(SourceAgency agency, LocalDate on) implements ScreeningCommand {
        public Screen {
            Required.field("agency", agency).and("on", on).orRefuse();
        }
    }

    /**
     * An officer judges what the rules could not, on what is on file now: not against a criterion that is plainly not met.
     *
     * @param status {@code MIGRANT}, {@code LEFT_BEHIND} (with its reason) or {@code NEITHER}
     */
    @CommandType(
            value = "decide-screening-review",
            refuses = {NOT_UNDER_REVIEW, INVALID_PARAMETER, TOO_OLD_TO_SCREEN, FACTS_EXCLUDE_STATUS})
    record DecideScreeningReview(
            ScreenedStatus status, Optional<LeftBehindReason> leftBehindReason, Narrative reason, LocalDate on)
            implements ScreeningCommand {
        public DecideScreeningReview {
            Required.field("status", status)
                    .and("reason", reason)
                    .and("on", on)
                    .and("leftBehindReason", status == ScreenedStatus.LEFT_BEHIND ? leftBehindReason.orElse(null) : "")
                    .orRefuse();
        }
    }

    /**
     * Ends a migrant or left-behind status without a new screening. {@code AGED_OUT} is recorded for the birthday where
     * that may still be, whatever later day {@code on} is.
     */
    @CommandType(
            value = "end-screened-status",
            refuses = {NO_SCREENED_STATUS, END_REASON_NOT_MET})
    record EndScreenedStatus(StatusEndReason reason, LocalDate on) implements ScreeningCommand {
        public EndScreenedStatus {
            Required.field("reason", reason).and("on", on).orRefuse();
        }
    }
}
