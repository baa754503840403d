package org.huhang.command.ask;

import java.time.LocalDate;
import java.util.List;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.value.CaseId;

/**
 * What somebody asks to happen to one case. The record is the request's body; which case is asked for stands beside it. Each
 * area has one sealed family of them, named in {@link CommandCatalogue}.
 */
public interface CaseCommand {

    /** The day from which it is to be true, in Asia/Shanghai; never after today. */
    LocalDate on();

    /** The other cases that it is about: they are looked at, and may be written to, beside the one addressed. */
    default List<CaseId> others() {
        return List.of();
    }

    /** What its area makes of it, once it is known that the case is worked on and the day lies within its time. */
    Decision decide(Registered state, Circumstances at);
}
