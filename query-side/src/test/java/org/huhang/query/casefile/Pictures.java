package org.huhang.query.casefile;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.log.Recorded;

/** What facts of one file, or of several of one child, add up to. */
final class Pictures {

    private Pictures() {}

    /** Empty until the registration is among them. */
    static Optional<Registered> now(List<Recorded> facts) {
        return facts.isEmpty() ? Optional.empty() : now(history(facts));
    }

    static Optional<Registered> now(CaseHistory history) {
        return switch (history.now()) {
            case CaseState.Unregistered _ -> Optional.empty();
            case Registered known -> Optional.of(known);
        };
    }

    static Timeline timeline(Question question, List<Recorded> facts) {
        return new Timeline(question, history(facts));
    }

    static CaseHistory history(List<Recorded> facts) {
        return CaseHistory.of(facts.getFirst().caseId(), facts, _ -> List.of());
    }
}
