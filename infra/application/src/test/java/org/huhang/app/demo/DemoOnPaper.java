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
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;

/** A demo history put to the real decisions and the real table of rights, without a database. */
public final class DemoOnPaper {

    private final PolicyBook policies;
    private final Map<StreamId, List<Recorded>> recorded = new HashMap<>();
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

    /** Of all streams, in the order in which they became known. */
    List<Event> facts() {
        return facts;
    }

    /** {@link #facts}, each as one {@link #line}. */
    List<String> lines() {
        return lines;
    }

    static String line(StreamId stream, Event event) {
        return stream + " " + EventCatalogue.name(event.getClass()) + " " + event.effectiveOn();
    }

    /** Every command that was refused, with its place in the history and the reason. */
    List<String> refused() {
        return refused;
    }

    private void tell(DemoStep step) {
        Command command = step.command();
        String name = CommandCatalogue.name(command.getClass());
        StreamKind kind = command.kind();
        StreamState state = state(kind, step.stream());
        try {
            Access.permit(step.actor(), Act.ofCommand(name), policies.divisions(), places(command, state));
        } catch (Refused notTheirs) {
            refused.add(step + ": " + notTheirs.refusal().code());
            return;
        }
        Circumstances at = new Circumstances(step.actor(), Shanghai.dayOf(step.at()), policies);
        Map<StreamId, StreamState> others =
                command.others().stream().collect(Collectors.toMap(Function.identity(), other -> state(kind, other)));
        switch (command.decide(state, at.with(others, this::history))) {
            case Decision.Rejected no -> refused.add(step + ": " + no.refusal());
            case Decision.Accepted yes -> {
                record(name, step, step.stream(), yes.events());
                yes.others().forEach((other, events) -> record(name, step, other, events));
            }
        }
    }

    private void record(String command, DemoStep step, StreamId stream, List<Event> events) {
        List<Recorded> known = recorded.computeIfAbsent(stream, _ -> new ArrayList<>());
        for (Event event : events) {
            facts.add(event);
            known.add(new Recorded(
                    facts.size(),
                    stream,
                    known.size(),
                    step.at(),
                    new Attribution(
                            step.actor(), "step-" + facts.size(), Attribution.Channel.DEMO, Optional.empty(), true),
                    event));
            lines.add(line(stream, event));
            factsByCommand.computeIfAbsent(command, _ -> new TreeSet<>()).add(EventCatalogue.name(event.getClass()));
        }
    }

    private List<Recorded> recorded(StreamId stream) {
        return recorded.getOrDefault(stream, List.of());
    }

    private CaseHistory history(CaseId caseId) {
        return CaseHistory.of(caseId, recorded(caseId.stream()), file -> recorded(file.stream()));
    }

    private StreamState state(StreamKind kind, StreamId stream) {
        return kind.of(stream, recorded(stream), this::recorded);
    }

    private DivisionCode[] places(Command command, StreamState state) {
        List<DivisionCode> places = state.begun() ? state.places() : command.begins();
        return places.stream().map(policies.divisions()::current).toArray(DivisionCode[]::new);
    }
}
