package org.huhang.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.AttachDocument;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.ask.Command;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.IdentityDocument;
import org.junit.jupiter.api.Test;

class DemoHistoryTest {

    private static final PolicyBook POLICIES = PolicyBook.published();
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-10-31");
    private static final int USUAL = 5000;
    private static final List<DemoStep> STEPS = history(USUAL, LAST_DAY);
    private static final DemoOnPaper PAPER = DemoOnPaper.of(STEPS, POLICIES);

    @Test
    void the_same_day_and_number_of_children_give_the_same_history() {
        assertThat(history(200, LAST_DAY)).isEqualTo(history(200, LAST_DAY));
    }

    @Test
    void a_child_keeps_its_case_however_many_others_there_are_and_whenever_the_demo_ends() {
        Set<StreamId> few = registered(history(50, LAST_DAY));
        assertThat(registered(history(400, LAST_DAY))).containsAll(few);
        assertThat(registered(history(50, LAST_DAY.minusYears(1)))).isEqualTo(few);
    }

    @Test
    void no_command_of_the_demo_is_refused() {
        assertThat(PAPER.refused()).isEmpty();
    }

    /** A leap year's last days are in it, a child may be born on 29 February, and any day may be the day before the first start. */
    @Test
    void no_command_of_the_demo_is_refused_whichever_day_it_ends_on() {
        Stream.of("2026-02-28", "2026-03-01", "2027-01-01", "2028-02-29", "2028-03-01", "2030-12-31")
                .map(LocalDate::parse)
                .forEach(day -> assertThat(
                                DemoOnPaper.of(history(300, day), POLICIES).refused())
                        .as("%s", day)
                        .isEmpty());
    }

    @Test
    void every_kind_of_fact_occurs() {
        Set<String> occurring = PAPER.facts().stream()
                .map(fact -> EventCatalogue.name(fact.getClass()))
                .collect(Collectors.toSet());
        assertThat(EventCatalogue.all().stream().map(EventCatalogue::name)).allMatch(occurring::contains);
    }

    @Test
    void no_two_children_have_the_same_paper() {
        List<IdentityDocument> papers =
                STEPS.stream().flatMap(step -> papers(step.command())).toList();
        assertThat(papers).hasSizeGreaterThan(USUAL / 2);
        assertThat(new HashSet<>(papers)).hasSameSizeAs(papers);
    }

    @Test
    void the_simulated_clock_never_goes_back_and_spans_two_years_on_the_days_the_commands_speak_of() {
        assertThat(STEPS).isSortedAccordingTo((one, next) -> one.at().compareTo(next.at()));
        assertThat(STEPS).allSatisfy(step -> assertThat(Shanghai.dayOf(step.at()))
                .isEqualTo(step.command().on()));
        assertThat(STEPS.getFirst().command().on())
                .isBetween(LAST_DAY.minusYears(2), LAST_DAY.minusYears(2).plusDays(7));
        assertThat(STEPS.getLast().command().on()).isBetween(LAST_DAY.minusDays(7), LAST_DAY);
    }

    @Test
    void children_live_in_three_counties_of_two_provinces() {
        Set<String> counties = new HashSet<>();
        history(300, LAST_DAY).stream()
                .map(DemoStep::command)
                .filter(Register.class::isInstance)
                .forEach(command -> counties.add(((Register) command)
                        .residenceDivision()
                        .county()
                        .digits()
                        .substring(0, 6)));
        assertThat(counties).hasSize(3);
        assertThat(counties.stream().map(county -> county.substring(0, 2)).distinct())
                .hasSize(2);
    }

    private static Stream<IdentityDocument> papers(Command command) {
        return switch (command) {
            case Register ask -> ask.identity().documents().stream();
            case AttachDocument ask -> Stream.of(ask.document());
            default -> Stream.empty();
        };
    }

    private static Set<StreamId> registered(List<DemoStep> steps) {
        return steps.stream()
                .filter(step -> step.command() instanceof Register)
                .map(DemoStep::stream)
                .collect(Collectors.toSet());
    }

    private static List<DemoStep> history(int children, LocalDate lastDay) {
        return DemoHistory.of(children, lastDay, POLICIES.divisions());
    }
}
