package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.Map;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.CaseId;

/**
 * What a decision is told besides the case and the command.
 *
 * @param today in Asia/Shanghai, on the day of asking; decisions never call a clock
 * @param others the other cases that the command is about, in whatever state they are
 */
public record Circumstances(Actor actor, LocalDate today, PolicyBook policies, Map<CaseId, CaseState> others) {

    public Circumstances {
        others = Map.copyOf(others);
    }

    public Circumstances(Actor actor, LocalDate today, PolicyBook policies) {
        this(actor, today, policies, Map.of());
    }

    public Circumstances with(Map<CaseId, CaseState> seen) {
        return new Circumstances(actor, today, policies, seen);
    }

    /** One of the cases that the command says it is about. */
    public CaseState other(CaseId caseId) {
        CaseState state = others.get(caseId);
        if (state == null) {
            throw new IllegalArgumentException("The command does not say that it is about " + caseId);
        }
        return state;
    }

    public boolean adult(ChildFile child, LocalDate on) {
        return !policies.ages().isChild(child.identity().birthDate(), on);
    }
}
