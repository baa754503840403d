package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.Map;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;

/**
 * What a decision is told besides the case and the command.
 *
 * @param today in Asia/Shanghai, on the day of asking; decisions never call a clock
 * @param others the other streams that the command is about, in whatever state they are
 */
public record Circumstances(Actor actor, LocalDate today, PolicyBook policies, Map<StreamId, StreamState> others) {

    public Circumstances {
        others = Map.copyOf(others);
    }

    public Circumstances(Actor actor, LocalDate today, PolicyBook policies) {
        this(actor, today, policies, Map.of());
    }

    public Circumstances with(Map<StreamId, StreamState> seen) {
        return new Circumstances(actor, today, policies, seen);
    }

    /** One of the cases that the command says it is about. */
    public CaseState other(CaseId caseId) {
        return switch (others.get(caseId.stream())) {
            case CaseState state -> state;
            case StaffState _ -> throw new IllegalArgumentException(caseId + " is no case");
            case null -> throw new IllegalArgumentException("The command does not say that it is about " + caseId);
        };
    }

    public boolean adult(ChildFile child, LocalDate on) {
        return !policies.ages().isChild(child.identity().birthDate(), on);
    }
}
