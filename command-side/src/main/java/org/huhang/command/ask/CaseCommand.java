package org.huhang.command.ask;

import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;

/** What somebody asks to happen to one child's case. Each area has one sealed family of them. */
public interface CaseCommand extends Command {

    @Override
    default StreamKind kind() {
        return StreamKind.CASE;
    }

    @Override
    default Decision decide(StreamState state, Circumstances at) {
        return switch (state) {
            case CaseState it -> Decider.decide(it, this, at);
            case StaffState _ -> throw new IllegalArgumentException("A member of staff is no case");
        };
    }

    /**
     * Whether it is decided on the case as it was on its day. Who the child is, which of its files are one and what was entered
     * wrongly is decided on what is known now.
     */
    default boolean isOfItsDay() {
        return true;
    }

    /**
     * What its area makes of it, once it is known that the case is worked on and the day lies within its time.
     *
     * @param state as of the day of the command, where it {@linkplain #isOfItsDay is of its day}
     */
    Decision decide(Registered state, Circumstances at);
}
