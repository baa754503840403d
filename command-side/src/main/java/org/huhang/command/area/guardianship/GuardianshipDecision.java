package org.huhang.command.area.guardianship;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
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
        Guardianship now = state.guardianship();
        TemporaryCarePolicy.Edition policy = at.policies().temporaryCare().on(ask.on());
        return switch (ask) {
            case RecordGuardianshipLapse lapse -> lapse(now, lapse);
            case AssignTemporaryCare care -> assign(now, care, policy);
            case ChangeTemporaryCare change -> change(now, change, policy);
            case ReviewTemporaryCare review -> review(now, review, policy);
            case AssessReturn assessment -> assess(now, assessment);
            case ReturnToGuardian back -> giveBack(now, back);
            case AssumeLongTermGuardianship assumption -> assume(now, assumption);
            case EndLongTermGuardianship end -> end(now, end);
        };
    }

    private static Decision lapse(Guardianship now, RecordGuardianshipLapse ask) {
        return switch (now) {
            case Guarded guarded ->
                inOrder(
                        guarded,
                        ask.on(),
                        () -> accept(new GuardianshipLapsed(ask.ground(), ask.circumstances(), ask.on())));
            case Lapsed lapsed -> refuse(GUARDIANSHIP_ALREADY_LAPSED);
            case InTemporaryCare care -> refuse(ALREADY_IN_TEMPORARY_CARE);
            case UnderLongTermGuardianship ward -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision assign(Guardianship now, AssignTemporaryCare ask, TemporaryCarePolicy.Edition policy) {
        return switch (now) {
            case Guarded guarded -> refuse(GUARDIANSHIP_HAS_NOT_LAPSED);
            case Lapsed lapsed ->
                sinceTheLapse(
                        lapsed,
                        ask.on(),
                        () -> accept(new TemporaryCareAssigned(
                                ask.mode(),
                                ask.carer(),
                                policy.reviewBy(ask.on()),
                                policy.oneYearMark(ask.on()),
                                policy.id(),
                                ask.on())));
            case InTemporaryCare care -> refuse(ALREADY_IN_TEMPORARY_CARE);
            case UnderLongTermGuardianship ward -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision change(Guardianship now, ChangeTemporaryCare ask, TemporaryCarePolicy.Edition policy) {
        return switch (now) {
            case InTemporaryCare care ->
                inOrder(
                        care,
                        ask.on(),
                        () -> care.isGiven(ask.mode(), ask.carer())
                                ? refuse(NOTHING_CHANGES)
                                : accept(new TemporaryCareChanged(
                                        ask.mode(),
                                        ask.carer(),
                                        ask.reason(),
                                        policy.reviewBy(ask.on()),
                                        policy.id(),
                                        ask.on())));
            case Guarded _, Lapsed _, UnderLongTermGuardianship _ -> refuse(NOT_IN_TEMPORARY_CARE);
        };
    }

    private static Decision review(Guardianship now, ReviewTemporaryCare ask, TemporaryCarePolicy.Edition policy) {
        return switch (now) {
            case InTemporaryCare care ->
                inOrder(
                        care,
                        ask.on(),
                        () -> accept(new TemporaryCareReviewed(
                                ask.outcome(), policy.reviewBy(ask.on()), policy.id(), ask.on())));
            case Guarded guarded -> refuse(NOT_IN_TEMPORARY_CARE);
            case Lapsed lapsed -> refuse(NOT_IN_TEMPORARY_CARE);
            case UnderLongTermGuardianship ward -> refuse(NOT_IN_TEMPORARY_CARE);
        };
    }

    private static Decision assess(Guardianship now, AssessReturn ask) {
        Supplier<Decision> assessed = () -> accept(new ReturnAssessed(ask.suitable(), ask.findings(), ask.on()));
        return switch (now) {
            case Guarded guarded -> refuse(GUARDIANSHIP_HAS_NOT_LAPSED);
            case Lapsed lapsed -> sinceTheLapse(lapsed, ask.on(), assessed);
            case InTemporaryCare care -> inOrder(care, ask.on(), assessed);
            case UnderLongTermGuardianship ward -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision giveBack(Guardianship now, ReturnToGuardian ask) {
        return switch (now) {
            case Guarded guarded -> refuse(GUARDIANSHIP_HAS_NOT_LAPSED);
            case Lapsed lapsed -> sinceTheLapse(lapsed, ask.on(), () -> onceSuitable(lapsed.assessment(), ask));
            case InTemporaryCare care -> inOrder(care, ask.on(), () -> onceSuitable(care.assessment(), ask));
            case UnderLongTermGuardianship ward -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision assume(Guardianship now, AssumeLongTermGuardianship ask) {
        Supplier<Decision> assumed = () -> accept(new LongTermGuardianshipAssumed(ask.ground(), ask.basis(), ask.on()));
        return switch (now) {
            case Guarded guarded -> refuse(GUARDIANSHIP_HAS_NOT_LAPSED);
            case Lapsed lapsed -> sinceTheLapse(lapsed, ask.on(), assumed);
            case InTemporaryCare care -> inOrder(care, ask.on(), assumed);
            case UnderLongTermGuardianship ward -> refuse(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    private static Decision end(Guardianship now, EndLongTermGuardianship ask) {
        return switch (now) {
            case UnderLongTermGuardianship ward ->
                inOrder(
                        ward,
                        ask.on(),
                        () -> accept(new LongTermGuardianshipEnded(ask.reason(), ask.basis(), ask.on())));
            case Guarded _, Lapsed _, InTemporaryCare _ -> refuse(NOT_IN_LONG_TERM_GUARDIANSHIP);
        };
    }

    /** 会商 before return: 法发〔2014〕24号. Only an assessment since the lapse, or since this care began, counts. */
    private static Decision onceSuitable(Optional<Assessment> assessment, ReturnToGuardian ask) {
        return assessment
                .map(last ->
                        last.suitable() ? accept(new ReturnedToGuardian(ask.on())) : refuse(RETURN_ASSESSED_UNSUITABLE))
                .orElseGet(() -> refuse(RETURN_NOT_ASSESSED));
    }

    private static Decision sinceTheLapse(Lapsed lapsed, LocalDate on, Supplier<Decision> decision) {
        return on.isBefore(lapsed.since()) ? refuseAt("on", BEFORE_THE_LAPSE) : inOrder(lapsed, on, decision);
    }

    private static Decision inOrder(Guardianship now, LocalDate on, Supplier<Decision> decision) {
        return now.lastChange().filter(on::isBefore).isPresent() ? refuseAt("on", BEFORE_LAST_CHANGE) : decision.get();
    }
}
