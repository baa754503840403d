package org.huhang.command.area.keycare;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.keycare.KeyCare.Delisted;
import org.huhang.kernel.area.keycare.KeyCare.Listed;
import org.huhang.kernel.area.keycare.KeyCare.NeverListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.policy.VisitCadence;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.RiskLevel;

/** The key-care ledger (重点关爱台账) and its home visits. Plan 2024 (五). */
final class KeyCareDecision {

    private KeyCareDecision() {}

    static Decision decide(Registered state, KeyCareCommand ask, Circumstances at) {
        return switch (ask) {
            case ListKeyCare listing -> list(state, listing, at);
            case ReassessKeyCare reassessment -> reassess(state, reassessment, at);
            case DelistKeyCare delisting -> delist(state, delisting, at);
            case RecordVisit visit -> visit(state, visit, at);
            case RecordAttemptedVisit attempt -> attempt(state, attempt, at);
        };
    }

    private static Decision list(Registered state, ListKeyCare ask, Circumstances at) {
        return switch (state.keyCare().listing()) {
            case Listed _ -> refuse(ALREADY_KEY_CARE);
            case NeverListed _, Delisted _ ->
                KeyCareRules.faults(state, ask.grounds(), ask.on(), at).orElse(() -> {
                    if (at.adult(state.child(), ask.on())) {
                        return refuse(TOO_OLD_FOR_CARE);
                    }
                    VisitDue due = at.policies().visits().nextVisitDue(ask.risk(), ask.grounds(), ask.on());
                    return accept(new KeyCareListed(ask.grounds(), ask.risk(), due.by(), due.edition(), ask.on()));
                });
        };
    }

    private static Decision reassess(Registered state, ReassessKeyCare ask, Circumstances at) {
        return switch (state.keyCare().listing()) {
            case NeverListed _, Delisted _ -> refuse(NOT_KEY_CARE);
            case Listed listed ->
                KeyCareRules.faults(state, ask.grounds(), ask.on(), at).orElse(() -> {
                    if (at.adult(state.child(), ask.on())) {
                        return refuse(TOO_OLD_FOR_CARE);
                    }
                    VisitDue due =
                            dueAfterReassessment(listed, ask, at.policies().visits());
                    return accept(new KeyCareReassessed(ask.grounds(), ask.risk(), due.by(), due.edition(), ask.on()));
                });
        };
    }

    private static Decision delist(Registered state, DelistKeyCare ask, Circumstances at) {
        return switch (state.keyCare().listing()) {
            case NeverListed _, Delisted _ -> refuse(NOT_KEY_CARE);
            case Listed listed -> {
                boolean tooYoung = ask.reason() == DelistReason.ADULT && !at.adult(state.child(), ask.on());
                yield new Faults()
                        .when(tooYoung, "reason", NOT_YET_ADULT)
                        .orElse(() -> accept(new KeyCareDelisted(ask.reason(), ask.note(), ask.on())));
            }
        };
    }

    private static Decision visit(Registered state, RecordVisit ask, Circumstances at) {
        return switch (state.keyCare().listing()) {
            case NeverListed _, Delisted _ -> notListed(state, ask, at);
            case Listed listed -> {
                boolean speaks = at.policies()
                        .ages()
                        .ownViewRequired(state.child().identity().birthDate(), ask.on());
                yield speaks && ask.childView().isEmpty()
                        ? refuseAt("childView", CHILD_VIEW_REQUIRED)
                        : accept(recorded(listed, ask, at));
            }
        };
    }

    private static Decision attempt(Registered state, RecordAttemptedVisit ask, Circumstances at) {
        return switch (state.keyCare().listing()) {
            case NeverListed _, Delisted _ -> notListed(state, ask, at);
            case Listed _ -> {
                VisitCadence.Edition edition = at.policies().visits().on(ask.on());
                yield accept(new HomeVisitAttempted(
                        ask.visitor(), ask.found(), edition.searchAfter().value(), edition.id(), ask.on()));
            }
        };
    }

    /** A child who is listed now was not yet on that day. */
    private static Decision notListed(Registered then, KeyCareCommand ask, Circumstances at) {
        return at.now(then).keyCare().listed().isPresent()
                ? refuseAt("on", VISIT_BEFORE_LISTING)
                : refuse(NOT_KEY_CARE);
    }

    private static HomeVisitRecorded recorded(Listed listed, RecordVisit ask, Circumstances at) {
        RiskLevel risk = ask.risk().orElse(listed.risk());
        VisitDue next = at.policies().visits().nextVisitDue(risk, listed.grounds(), ask.on());
        return new HomeVisitRecorded(
                ask.visitor(), ask.seen(), ask.childView(), risk, next.by(), next.edition(), ask.on());
    }

    /**
     * The interval runs from the last time the child was seen. Where the new one would already be over, the visit is due
     * within one interval from now, and never later than it was: judging anew does not put off an overdue visit.
     */
    private static VisitDue dueAfterReassessment(Listed listed, ReassessKeyCare ask, VisitCadence cadence) {
        VisitDue fromLastSeen = cadence.nextVisitDue(ask.risk(), ask.grounds(), listed.lastSeen());
        if (!fromLastSeen.by().isBefore(ask.on())) {
            return fromLastSeen;
        }
        VisitDue fromNow = cadence.nextVisitDue(ask.risk(), ask.grounds(), ask.on());
        return fromNow.by().isBefore(listed.nextVisit().by()) ? fromNow : listed.nextVisit();
    }
}
