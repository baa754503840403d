package org.huhang.command.decide;

import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.CASE_NOT_FOUND;

import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.CaseState.Unregistered;

/** Whether a command may happen: one pure function of the case, the command and the circumstances. */
public final class Decider {

    private Decider() {}

    public static Decision decide(CaseState state, CaseCommand ask, Circumstances at) {
        return switch (state) {
            case Unregistered _ ->
                ask instanceof Register registration ? registration.open(at) : refuse(CASE_NOT_FOUND);
            case Registered known -> AnyCommand.unlessRefused(known, ask, at, () -> ask.decide(known, at));
        };
    }
}
