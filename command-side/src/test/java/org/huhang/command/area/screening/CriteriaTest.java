package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningPolicy;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.Finding.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CriteriaTest {

    /** They compare a number of days on record, which is never unknown; the examples of each must meet at one day. */
    private static final Set<Class<?>> COUNTED =
            Set.of(UnderAge.class, LivedHereLongEnough.class, AwayLongEnough.class);

    private final PolicyBook policies = PolicyBook.published();

    static List<Example> examples() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_judged_as_the_table_says(Example example) {
        Optional<Judgement> judged = example.judge(policies);
        assertThat(judged.map(Judgement::finding).map(Finding::outcome)).isEqualTo(example.expected());
        assertThat(judged.stream()
                        .flatMap(judgement -> Stream.of(judgement.failed(), judgement.doubt()))
                        .flatMap(Optional::stream)
                        .map(Object.class::cast))
                .isEqualTo(
                        Stream.ofNullable(example.why()).map(Object.class::cast).toList());
        assertThat(judged.stream())
                .allSatisfy(judgement ->
                        assertThat(judgement.finding().legalBasis()).isNotBlank());
    }

    @Test
    void every_rule_has_examples_met_not_met_unknown_and_on_the_boundary_day() {
        assertThat(lacking(Examples.all())).isEmpty();
    }

    @Test
    void a_rule_without_an_example_is_found_out() {
        assertThat(lacking(Examples.all().stream()
                        .filter(example -> example.rule() != RuralHousehold.class)
                        .toList()))
                .containsExactly("RuralHousehold: MET", "RuralHousehold: NOT_MET", "RuralHousehold: UNKNOWN");
        assertThat(lacking(Examples.all().stream()
                        .filter(example -> !example.about().startsWith("six months but a day"))
                        .toList()))
                .contains("AwayLongEnough: boundary day");
    }

    @Test
    void every_rule_stands_in_a_published_edition() {
        assertThat(asked(policies)).containsExactlyInAnyOrder(Criterion.class.getPermittedSubclasses());
    }

    @Test
    void a_rule_no_edition_asks_is_found_out() {
        PolicyBook nationOnly = new PolicyBook(
                policies.divisions(),
                policies.centralUrban(),
                new ScreeningPolicy(policies.screening().editions().stream()
                        .filter(edition -> edition.area().isEmpty())
                        .toList()),
                policies.visits(),
                policies.temporaryCare(),
                policies.ages(),
                policies.staffTraining(),
                policies.voiding(),
                policies.workingDays());
        assertThat(asked(nationOnly)).doesNotContain(CrossedTownship.class);
    }

    @Test
    void no_two_rules_share_the_name_kept_in_findings() {
        List<String> names = policies.screening().editions().stream()
                .flatMap(Rules::of)
                .collect(Collectors.toMap(Object::getClass, Criterion::name, (one, _) -> one))
                .values()
                .stream()
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSize(Criterion.class.getPermittedSubclasses().length);
    }

    private static Set<Class<?>> asked(PolicyBook policies) {
        return policies.screening().editions().stream()
                .flatMap(Rules::of)
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }

    private static Set<String> lacking(List<Example> examples) {
        Set<String> lacking = new TreeSet<>();
        for (Class<?> rule : Criterion.class.getPermittedSubclasses()) {
            List<Example> own =
                    examples.stream().filter(example -> example.rule() == rule).toList();
            Arrays.stream(Outcome.values())
                    .filter(outcome -> outcome != Outcome.UNKNOWN || !COUNTED.contains(rule))
                    .filter(outcome ->
                            own.stream().noneMatch(example -> example.expected().equals(Optional.of(outcome))))
                    .forEach(outcome -> lacking.add(rule.getSimpleName() + ": " + outcome));
            if (COUNTED.contains(rule) && !meetsAtOneDay(own)) {
                lacking.add(rule.getSimpleName() + ": boundary day");
            }
        }
        return lacking;
    }

    private static boolean meetsAtOneDay(List<Example> examples) {
        return examples.stream().anyMatch(one -> examples.stream()
                .anyMatch(other -> one.child().equals(other.child())
                        && one.on().plusDays(1).equals(other.on())
                        && !one.expected().equals(other.expected())));
    }
}
