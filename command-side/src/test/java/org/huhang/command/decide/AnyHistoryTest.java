package org.huhang.command.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.time.Shanghai;
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
        Log log = new Log();
        LocalDate on = START;
        LocalDate today = START;
        for (Step step : history) {
            CaseId addressed = step.ofOther() ? Scenario.OTHER : Scenario.CASE;
            CaseId other = step.ofOther() ? Scenario.CASE : Scenario.OTHER;
            on = today.plusDays(step.days());
            today = on.isAfter(today) ? on : today;
            Circumstances at = new Circumstances(Scenario.COUNTY_OFFICER, today, Facts.POLICIES);
            CaseCommand ask = step.ask().of(other, on);

            Map<CaseId, CaseState> before = Map.of(addressed, log.now(addressed), other, log.now(other));
            Decision decision = Decider.decide(
                    before.get(addressed), ask, at.with(Map.of(other.stream(), before.get(other)), log::history));

            new Scenario.Outcome(ask, decision);
            if (decision instanceof Accepted accepted) {
                log.append(addressed, accepted.events());
                log.append(other, accepted.others().getOrDefault(other.stream(), List.of()));
                assertThat(accepted.events()).noneMatch(saysTheFuture(today));
                before.forEach(log::followsAsItIsMadeAnew);
            }
        }
        noFactIsOutOfReach();
    }

    private static Predicate<Event> saysTheFuture(LocalDate today) {
        return event -> event.effectiveOn().isAfter(today);
    }

    /** What was recorded of both cases, in one order. */
    private static final class Log {

        private final Map<CaseId, List<Recorded>> facts = new HashMap<>();
        private long position;

        CaseHistory history(CaseId caseId) {
            return CaseHistory.of(caseId, of(caseId), this::of);
        }

        CaseState now(CaseId caseId) {
            return CaseState.of(caseId, of(caseId), this::of);
        }

        void append(CaseId caseId, List<Event> events) {
            List<Recorded> more = new ArrayList<>(of(caseId));
            Attribution by = new Attribution(
                    Scenario.COUNTY_OFFICER, "request-" + position, Attribution.Channel.API, Optional.empty(), false);
            for (Event event : events) {
                more.add(new Recorded(
                        ++position,
                        caseId.stream(),
                        more.size(),
                        START.atStartOfDay(Shanghai.ZONE).toInstant(),
                        by,
                        event));
                Statistics.label("facts").collect(EventCatalogue.name(event.getClass()));
            }
            facts.put(caseId, List.copyOf(more));
        }

        /** Facts added one by one, as long as they follow, and the history in the order of truth come to the same. */
        void followsAsItIsMadeAnew(CaseId caseId, CaseState before) {
            CaseState state = before;
            for (Recorded fact :
                    of(caseId).subList((int) before.version() + 1, of(caseId).size())) {
                if (!state.follows(fact.event())) {
                    return;
                }
                state = state.with(fact.event(), fact.version());
            }
            assertThat(state).isEqualTo(history(caseId).now());
        }

        private List<Recorded> of(CaseId caseId) {
            return facts.getOrDefault(caseId, List.of());
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
