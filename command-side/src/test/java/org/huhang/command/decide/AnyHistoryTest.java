package org.huhang.command.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.value.CaseId;

/** Whatever officers ask of two cases over the years, in whatever order. */
class AnyHistoryTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 15);

    /** @param days since the last step; below zero for something that came to light late */
    record Step(boolean ofOther, int days, RandomCommands.Ask ask) {}

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(label = "facts", value = StatisticsReport.StatisticsReportMode.OFF)
    void every_command_is_answered_and_what_was_accepted_replays_to_the_same_state(
            @ForAll("histories") List<Step> history) {
        Map<CaseId, List<Event>> facts = new HashMap<>();
        Map<CaseId, CaseState> states = new HashMap<>();
        for (CaseId caseId : List.of(Scenario.CASE, Scenario.OTHER)) {
            facts.put(caseId, new ArrayList<>());
            states.put(caseId, CaseState.unregistered(caseId));
        }
        LocalDate on = START;
        LocalDate today = START;
        for (Step step : history) {
            CaseId addressed = step.ofOther() ? Scenario.OTHER : Scenario.CASE;
            CaseId other = step.ofOther() ? Scenario.CASE : Scenario.OTHER;
            on = today.plusDays(step.days());
            today = on.isAfter(today) ? on : today;
            Circumstances at = new Circumstances(Scenario.COUNTY_OFFICER, today, Facts.POLICIES);
            CaseCommand ask = step.ask().of(other, on);

            Decision decision = decide(states.get(addressed), states.get(other), ask, at);

            new Scenario.Outcome(ask, decision);
            if (decision instanceof Accepted accepted) {
                record(addressed, accepted.events(), facts, states);
                record(other, accepted.others().getOrDefault(other.stream(), List.of()), facts, states);
                assertThat(accepted.events()).noneMatch(saysTheFuture(today));
            }
        }
        facts.forEach((caseId, recorded) ->
                assertThat(Scenario.fold(caseId, recorded)).isEqualTo(states.get(caseId)));
        noFactIsOutOfReach();
    }

    private static Predicate<Event> saysTheFuture(LocalDate today) {
        return event -> event.effectiveOn().isAfter(today);
    }

    private static Decision decide(CaseState state, CaseState other, CaseCommand ask, Circumstances at) {
        return Decider.decide(state, ask, at.with(Map.of(other.stream(), other)));
    }

    private static void record(
            CaseId caseId, List<Event> events, Map<CaseId, List<Event>> facts, Map<CaseId, CaseState> states) {
        for (Event event : events) {
            facts.get(caseId).add(event);
            states.merge(caseId, states.get(caseId), (state, same) -> state.with(event, state.version() + 1));
            Statistics.label("facts").collect(EventCatalogue.name(event.getClass()));
        }
    }

    /** The histories would prove little if some fact never came about in any of them. */
    private static void noFactIsOutOfReach() {
        Statistics.label("facts").coverage(coverage -> EventCatalogue.all().stream()
                .filter(CaseEvent.class::isAssignableFrom)
                .forEach(type -> coverage.check(EventCatalogue.name(type)).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<List<Step>> opened = Combinators.combine(RandomCommands.register(), RandomCommands.register())
                .as((one, two) -> List.of(new Step(false, 0, one), new Step(true, 0, two)));
        Arbitrary<List<Step>> later = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.integers().between(-5, 40),
                        RandomCommands.any())
                .as(Step::new)
                .list()
                .ofSize(100);
        return Combinators.combine(opened, later).as((first, then) -> {
            List<Step> all = new ArrayList<>(first);
            all.addAll(then);
            return all;
        });
    }
}
