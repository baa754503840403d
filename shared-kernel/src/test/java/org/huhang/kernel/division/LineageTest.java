package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huhang.kernel.division.Lineage.Kind;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final CountyEditions counties = CountyEditions.load();
    private final Lineage lineage = Lineage.load();
    private final Divisions divisions = PublishedDivisions.load();

    private List<DivisionCode> abolished() {
        return counties.codes().stream()
                .filter(code -> !counties.lastWith(code).equals(divisions.latest()))
                .toList();
    }

    @Test
    void every_code_abolished_between_2010_and_2023_has_a_known_successor() {
        assertThat(abolished()).hasSize(366);
        assertThat(lineage.steps()).extracting(Lineage.Step::code).containsExactlyInAnyOrderElementsOf(abolished());
    }

    @Test
    void every_chain_of_successors_ends_in_codes_in_force_now() {
        assertThat(abolished()).allSatisfy(code -> assertThat(divisions.map(code, divisions.latest()))
                .isNotEmpty()
                .allMatch(successor -> counties.has(successor, divisions.latest())));
    }

    @Test
    void a_step_is_dated_by_the_first_edition_without_the_code_and_its_successors_stand_in_that_edition() {
        assertThat(lineage.steps()).allSatisfy(step -> {
            int last = counties.editions().indexOf(counties.lastWith(step.code()));
            assertThat(counties.editions().get(last + 1)).isEqualTo(step.gone());
            assertThat(step.successors()).allMatch(successor -> counties.has(successor, step.gone()));
        });
    }

    @Test
    void only_a_division_has_several_successors() {
        assertThat(lineage.steps())
                .allSatisfy(step -> assertThat(step.successors().size() > 1).isEqualTo(step.kind() == Kind.DIVIDED));
    }

    @Test
    void no_successor_lies_in_another_province() {
        assertThat(lineage.steps()).allSatisfy(step -> assertThat(step.successors())
                .allMatch(to -> to.province().equals(step.code().province())));
    }

    @Test
    void an_unbroken_run_of_editions_has_each_code_so_that_a_code_never_comes_back() {
        assertThat(counties.codes()).allSatisfy(code -> {
            String presence = counties.editions().stream()
                    .map(edition -> counties.has(code, edition) ? "1" : "0")
                    .reduce("", String::concat);
            assertThat(presence).matches("0*1+0*");
        });
    }
}
