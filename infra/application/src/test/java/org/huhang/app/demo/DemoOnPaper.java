package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.ask.FileCommand.OfTwoCases;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.state.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** The demo's history decided in memory: which facts each command records, by their stable names. */
public final class DemoOnPaper {

    private final Map<CaseId, CaseState> cases = new HashMap<>();
    private final Map<String, Set<String>> recorded = new TreeMap<>();
    private final PolicyBook policies = PolicyBook.published();

    private DemoOnPaper() {}

    public static Map<String, Set<String>> factsByCommand(int children, LocalDate lastDay) {
        DemoOnPaper paper = new DemoOnPaper();
        DemoHistory.of(children, lastDay, paper.policies.divisions()).forEach(paper::decide);
        return paper.recorded;
    }

    private void decide(DemoStep step) {
        Circumstances at = new Circumstances(step.actor(), Shanghai.dayOf(step.at()), policies);
        Decision decision = step.command() instanceof OfTwoCases ask
                ? Decider.decideOnTwo(state(step.caseId()), state(ask.otherCase()), ask, at)
                : Decider.decide(state(step.caseId()), step.command(), at);
        if (decision instanceof Accepted accepted) {
            evolve(step.caseId(), accepted.events());
            if (step.command() instanceof OfTwoCases ask) {
                evolve(ask.otherCase(), accepted.otherEvents());
            }
            Stream.concat(accepted.events().stream(), accepted.otherEvents().stream())
                    .map(event -> EventCatalogue.name(event.getClass()))
                    .forEach(recorded.computeIfAbsent(
                            CommandCatalogue.name(step.command().getClass()), _ -> new TreeSet<>())::add);
        }
    }

    private void evolve(CaseId id, List<CaseEvent> events) {
        events.forEach(event -> cases.put(id, CaseState.evolve(state(id), event)));
    }

    private CaseState state(CaseId id) {
        return cases.getOrDefault(id, CaseState.unregistered(id));
    }
}
