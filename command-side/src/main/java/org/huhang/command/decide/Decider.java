package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;
import static org.huhang.kernel.refusal.RefusalCode.CASE_CLOSED;
import static org.huhang.kernel.refusal.RefusalCode.CASE_NOT_FOUND;

import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.decide.Decision.Rejected;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.CaseState.Unregistered;

/**
 * Whether a command may happen: one pure function of the case, the command and the circumstances. A command is decided on the case
 * as it was on the day that it is about, whatever was recorded of later days; what that makes of those days follows.
 */
public final class Decider {

    private Decider() {}

    public static Decision decide(CaseState state, CaseCommand ask, Circumstances at) {
        return switch (state) {
            case Unregistered _ ->
                ask instanceof Register registration ? registration.open(at) : refuse(CASE_NOT_FOUND);
            case Registered known -> AnyCommand.unlessRefused(known, ask, at, () -> decide(known, ask, at));
        };
    }

    private static Decision decide(Registered known, CaseCommand ask, Circumstances at) {
        if (!ask.isOfItsDay()) {
            return ask.decide(known, at);
        }
        return ask.on().isBefore(known.latest()) ? decideLate(known, ask, at) : decideInOrder(known, ask, at);
    }

    private static Decision decideInOrder(Registered known, CaseCommand ask, Circumstances at) {
        return switch (ask.decide(known, at)) {
            case Rejected no -> no;
            case Accepted accepted -> accepted.and(Consequences.inOrder(known, accepted.events(), at));
        };
    }

    private static Decision decideLate(Registered known, CaseCommand ask, Circumstances at) {
        CaseHistory history = at.history(known.caseId());
        return switch (history.asOf(ask.on())) {
            case Unregistered _ -> refuse(CASE_NOT_FOUND);
            case Registered then
            when then.lifecycle().closed() && !known.lifecycle().closed() -> refuseAt("on", CASE_CLOSED);
            case Registered then ->
                switch (ask.decide(then, at)) {
                    case Rejected no -> no;
                    case Accepted accepted -> Consequences.late(history, accepted, at);
                };
        };
    }
}
