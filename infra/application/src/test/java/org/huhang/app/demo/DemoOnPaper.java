package org.huhang.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** A demo history put to the real decisions and the real table of rights, without a database. */
public final class DemoOnPaper {

    private final PolicyBook policies;
    private final Map<CaseId, CaseState> cases = new HashMap<>();
    private final List<Event> facts = new ArrayList<>();
    private final Map<String, Set<String>> factsByCommand = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private DemoOnPaper(PolicyBook policies) {
        this.policies = policies;
    }

    /** Which facts the demo's commands record, by the stable names of both. */
    public static Map<String, Set<String>> factsByCommand(int children, LocalDate lastDay) {
        PolicyBook policies = PolicyBook.published();
        return of(DemoHistory.of(children, lastDay, policies.divisions()), policies).factsByCommand;
    }

    static DemoOnPaper of(List<DemoStep> steps, PolicyBook policies) {
        DemoOnPaper told = new DemoOnPaper(policies);
        steps.forEach(told::tell);
        return told;
    }

    /** Of all cases, in the order in which they became known. */
    List<Event> facts() {
        return facts;
    }

    /** {@link #facts}, each as one {@link #line}. */
    List<String> lines() {
        return lines;
    }

    static String line(CaseId caseId, Event event) {
        return caseId + " " + EventCatalogue.name(event.getClass()) + " " + event.effectiveOn();
    }

    /** Every command that was refused, with its place in the history and the reason. */
    List<String> refused() {
        return refused;
    }

    private void tell(DemoStep step) {
        String command = CommandCatalogue.name(step.command().getClass());
        CaseState state = state(step.caseId());
        try {
            Access.permit(step.actor(), Act.ofCommand(command), policies.divisions(), places(step, state));
        } catch (Refused notTheirs) {
            refused.add(step + ": " + notTheirs.refusal().code());
            return;
        }
        Circumstances at = new Circumstances(step.actor(), Shanghai.dayOf(step.at()), policies);
        Map<StreamId, StreamState> others = step.command().others().stream()
                .collect(Collectors.toMap(Function.identity(), other -> state(CaseId.of(other.value()))));
        Decision decision = Decider.decide(state, step.command(), at.with(others));
        switch (decision) {
            case Decision.Rejected no -> refused.add(step + ": " + no.refusal());
            case Decision.Accepted yes -> {
                record(command, step.caseId(), yes.events());
                yes.others().forEach((other, events) -> record(command, CaseId.of(other.value()), events));
            }
        }
    }

    private void record(String command, CaseId caseId, List<Event> events) {
        for (Event event : events) {
            facts.add(event);
            lines.add(line(caseId, event));
            cases.put(caseId, state(caseId).with(event, state(caseId).version() + 1));
            factsByCommand.computeIfAbsent(command, _ -> new TreeSet<>()).add(EventCatalogue.name(event.getClass()));
        }
    }

    private CaseState state(CaseId caseId) {
        return cases.getOrDefault(caseId, CaseState.unregistered(caseId));
    }

    private DivisionCode[] places(DemoStep step, CaseState state) {
        Stream<DivisionCode> places = step.command() instanceof Register ask
                ? Stream.of(ask.residenceDivision(), ask.hukouDivision())
                : Stream.of(state.residence(), state.hukou()).flatMap(Optional::stream);
        return places.map(policies.divisions()::current).toArray(DivisionCode[]::new);
    }
}
