package org.huhang.command.area.guardianship;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.Optional;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.guardianship.Guardianship.Assessment;
import org.huhang.kernel.area.guardianship.Guardianship.Guarded;
import org.huhang.kernel.area.guardianship.Guardianship.InTemporaryCare;
import org.huhang.kernel.area.guardianship.Guardianship.Lapsed;
import org.huhang.kernel.area.guardianship.Guardianship.UnderLongTermGuardianship;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnAssessed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.policy.TemporaryCarePolicy;

/** Who guards the child. Minors Protection Law (未成年人保护法), arts. 92-95; guardianship ends at eighteen. */
final class GuardianshipDecision {

    private GuardianshipDecision() {}

    static Decision decide(Registered state, GuardianshipCommand ask, Circumstances at) {
        if (at.adult(state.child(), ask.on())) {
            return refuse(TOO_OLD_FOR_CARE);
        }
        Guardianship then = state.guardianship();
        TemporaryCarePolicy.Edition policy = at.policies().temporaryCare().on(ask.on());
        return switch (ask) {
            case RecordGuardianshipLapse lapse -> lapse(then, lapse);
            case AssignTemporaryCare care -> assign(state, care, policy, at);
            case ChangeTemporaryCare change -> change(then, change, policy);
            case ReviewTemporaryCare review -> review(then, review, policy);
            case AssessReturn assessment -> assess(state, assessment, at);
            case ReturnToGuardian back -> giveBack(state, back, at);
            case AssumeLongTermGuardianship assumption -> assume(state, assumption, at);
            case EndLongTermGuardianship end -> end(then, end);
        };
    }

    private static Decision lapse(Guardianship then, RecordGuardianshipLapse ask) {
        return switch (then) {
            case Guarded _ -> accept(new GuardianshipLapsed(ask.ground(), ask.circumstances(), ask.on()));
            case Lapsed _ -> refuse(GUARDIANSHIP_ALREADY_LAPSED);
            case InTemporaryCare _ -> refuse(ALREADY_IN_TEMPORARY_CARE);
            case UnderLongTermGuardianship _ -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision assign(
            Registered state, AssignTemporaryCare ask, TemporaryCarePolicy.Edition policy, Circumstances at) {
        return switch (state.guardianship()) {
            case Guarded _ -> notLapsed(state, at);
            case Lapsed _ ->
                accept(new TemporaryCareAssigned(
                        ask.mode(),
                        ask.carer(),
                        policy.reviewBy(ask.on()),
                        policy.oneYearMark(ask.on()),
                        policy.id(),
                        ask.on()));
            case InTemporaryCare _ -> refuse(ALREADY_IN_TEMPORARY_CARE);
            case UnderLongTermGuardianship _ -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision change(Guardianship then, ChangeTemporaryCare ask, TemporaryCarePolicy.Edition policy) {
        return switch (then) {
            case InTemporaryCare care ->
                care.isGiven(ask.mode(), ask.carer())
                        ? refuse(NOTHING_CHANGES)
                        : accept(new TemporaryCareChanged(
                                ask.mode(),
                                ask.carer(),
                                ask.reason(),
                                policy.reviewBy(ask.on()),
                                policy.id(),
                                ask.on()));
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> refuse(NOT_IN_TEMPORARY_CARE);
        };
    }

    private static Decision review(Guardianship then, ReviewTemporaryCare ask, TemporaryCarePolicy.Edition policy) {
        return switch (then) {
            case InTemporaryCare _ ->
                accept(new TemporaryCareReviewed(ask.outcome(), policy.reviewBy(ask.on()), policy.id(), ask.on()));
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> refuse(NOT_IN_TEMPORARY_CARE);
        };
    }

    private static Decision assess(Registered state, AssessReturn ask, Circumstances at) {
        return switch (state.guardianship()) {
            case Guarded _ -> notLapsed(state, at);
            case Lapsed _, InTemporaryCare _ -> accept(new ReturnAssessed(ask.suitable(), ask.findings(), ask.on()));
            case UnderLongTermGuardianship _ -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision giveBack(Registered state, ReturnToGuardian ask, Circumstances at) {
        return switch (state.guardianship()) {
            case Guarded _ -> notLapsed(state, at);
            case Lapsed lapsed -> onceSuitable(lapsed.assessment(), ask);
            case InTemporaryCare care -> onceSuitable(care.assessment(), ask);
            case UnderLongTermGuardianship _ -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision assume(Registered state, AssumeLongTermGuardianship ask, Circumstances at) {
        return switch (state.guardianship()) {
            case Guarded _ -> notLapsed(state, at);
            case Lapsed _, InTemporaryCare _ ->
                accept(new LongTermGuardianshipAssumed(ask.ground(), ask.basis(), ask.on()));
            case UnderLongTermGuardianship _ -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision end(Guardianship then, EndLongTermGuardianship ask) {
        return switch (then) {
            case UnderLongTermGuardianship _ ->
                accept(new LongTermGuardianshipEnded(ask.reason(), ask.basis(), ask.on()));
            case Guarded _, Lapsed _, InTemporaryCare _ -> refuse(NOT_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    /** Who is not guarded now was guarded still on that day. */
    private static Decision notLapsed(Registered then, Circumstances at) {
        return at.now(then).guardianship() instanceof Guarded
                ? refuse(GUARDIANSHIP_HAS_NOT_LAPSED)
                : refuseAt("on", BEFORE_THE_LAPSE);
    }

    /** 会商 before return: 法发〔2014〕24号. Only an assessment since the lapse, or since this care began, counts. */
    private static Decision onceSuitable(Optional<Assessment> assessment, ReturnToGuardian ask) {
        return assessment
                .map(last ->
                        last.suitable() ? accept(new ReturnedToGuardian(ask.on())) : refuse(RETURN_ASSESSED_UNSUITABLE))
                .orElseGet(() -> refuse(RETURN_NOT_ASSESSED));
    }
}
