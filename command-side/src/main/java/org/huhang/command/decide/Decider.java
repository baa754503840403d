package org.huhang.command.decide;

import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.FileCommand;
import org.huhang.command.state.CaseState;
import org.huhang.kernel.refusal.RefusalCode;

/** Whether a command may happen: one pure function of the case, the command and the circumstances. */
public final class Decider {

    private Decider() {}

    public static Decision decide(CaseState state, CaseCommand ask, Circumstances at) {
        return Decision.refuse(RefusalCode.CASE_NOT_FOUND);
    }

    /** @param other the case named by {@code ask} beside the one addressed, in whatever state it is */
    public static Decision decideOnTwo(CaseState state, CaseState other, FileCommand.OfTwoCases ask, Circumstances at) {
        return Decision.refuse(RefusalCode.CASE_NOT_FOUND);
    }
}
