package org.huhang.command.area.file;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.FileEvent.CaseClosed;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.file.Lifecycle.Closed;
import org.huhang.kernel.area.guardianship.Guardianship.Guarded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;

/**
 * Closing and reopening. A case under care or on the key-care ledger is not closed because the child is hard to reach or
 * seems to be well: care is brought to its end first. Death, majority and a mistaken registration end everything at once,
 * and take the child off the ledger in the same step.
 */
final class LifecycleDecision {

    private LifecycleDecision() {}

    static Decision close(Registered state, Close ask, Circumstances at) {
        boolean tooYoung = ask.reason() == CloseReason.ADULT && !at.adult(state.child(), ask.on());
        return new Faults()
                .when(tooYoung, "reason", NOT_YET_ADULT)
                .when(ask.on().isBefore(state.child().registeredOn()), "on", BEFORE_REGISTRATION)
                .orElse(() -> closeFor(state, ask, at));
    }

    private static Decision closeFor(Registered state, Close ask, Circumstances at) {
        return switch (ask.reason()) {
            case DECEASED -> closeAll(state, ask, DelistReason.DECEASED);
            case REGISTERED_IN_ERROR -> closeAll(state, ask, DelistReason.LISTED_IN_ERROR);
            case ADULT -> closeAll(state, ask, DelistReason.ADULT);
            case MOVED_OUT_OF_REACH -> closeOnceCareEnded(state, ask, at);
            case NO_LONGER_IN_NEED -> closeOnceCareEnded(state, ask, at);
        };
    }

    static Decision reopen(Registered state, Reopen ask, Circumstances at) {
        return switch (state.lifecycle()) {
            case Closed _ -> accept(new CaseReopened(ask.reason(), ask.on()));
            case Lifecycle.Open _, Lifecycle.Absorbed _ ->
                at.now(state).lifecycle().closed() ? refuseAt("on", CASE_NOT_CLOSED) : refuse(CASE_NOT_CLOSED);
        };
    }

    private static Decision closeAll(Registered state, Close ask, DelistReason reason) {
        CaseClosed closed = new CaseClosed(ask.reason(), ask.note(), ask.on());
        return state.keyCare().listed().isPresent()
                ? accept(List.of(new KeyCareDelisted(reason, Optional.empty(), ask.on()), closed))
                : accept(closed);
    }

    /** Neither on that day nor since: what was recorded of later days protects the child too. */
    private static Decision closeOnceCareEnded(Registered state, Close ask, Circumstances at) {
        List<Registered> then = List.of(state, at.now(state));
        if (!then.stream().allMatch(it -> it.guardianship() instanceof Guarded)) {
            return refuse(STILL_UNDER_CARE);
        }
        if (then.stream().anyMatch(it -> it.keyCare().listed().isPresent())) {
            return refuse(STILL_KEY_CARE);
        }
        return accept(new CaseClosed(ask.reason(), ask.note(), ask.on()));
    }
}
