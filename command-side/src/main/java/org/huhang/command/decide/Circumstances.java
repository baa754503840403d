package org.huhang.command.decide;

import java.time.LocalDate;
import org.huhang.command.state.ChildFile;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.policy.PolicyBook;

/**
 * What a decision is told besides the case and the command.
 *
 * @param today in Asia/Shanghai, on the day of asking; decisions never call a clock
 */
public record Circumstances(Actor actor, LocalDate today, PolicyBook policies) {

    boolean adult(ChildFile child, LocalDate on) {
        return !policies.ages().isChild(child.identity().birthDate(), on);
    }
}
