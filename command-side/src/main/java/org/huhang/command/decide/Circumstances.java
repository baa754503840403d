package org.huhang.command.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
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
 * @param histories of the cases that the command is about, as far as they were seen: looked at only where the order of the days
 *     is not that in which they were told
 */
public record Circumstances(
        Actor actor,
        LocalDate today,
        PolicyBook policies,
        Map<StreamId, StreamState> others,
        Function<CaseId, CaseHistory> histories) {

    public Circumstances {
        others = Map.copyOf(others);
    }

    /** Of a case that is only just to be opened. */
    public Circumstances(Actor actor, LocalDate today, PolicyBook policies) {
        this(actor, today, policies, Map.of(), caseId -> CaseHistory.of(caseId, List.of(), _ -> List.of()));
    }

    public Circumstances with(Map<StreamId, StreamState> seen, Function<CaseId, CaseHistory> histories) {
        return new Circumstances(actor, today, policies, seen, histories);
    }

    /** All that is known of a case that is looked at as of an earlier day. */
    public Registered now(Registered then) {
        return switch (history(then.caseId()).now()) {
            case Registered now -> now;
            case CaseState.Unregistered _ -> then;
        };
    }

    public CaseHistory history(CaseId caseId) {
        return histories.apply(caseId);
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
