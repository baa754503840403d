package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionFilterTest {

    @Test
    void an_unknown_division_is_repeated_by_the_name_its_sentence_knows_it_by() {
        assertThatThrownBy(
                        () -> DivisionFilter.of("residence", "330109999", PublishedDivisions.load(), "residence_scope"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().errors())
                                .containsExactly(new FieldError(
                                        "residence", RefusalCode.DIVISION_UNKNOWN, Map.of("division", "330109999"))));
    }

    /** 渝北区 (500112) was divided: what was recorded by its code alone is counted under that. */
    @ParameterizedTest
    @CsvSource({"500112, 500112", "500109, 500109", "500157, 500157", "330183, 330183 330111", "500000, 50"})
    void the_facts_behind_a_cell_are_those_listed_under_its_division_alone(String division, String prefixes) {
        DivisionFilter cell = DivisionFilter.ofCell("division", division, PublishedDivisions.load(), "residence_scope");
        assertThat(cell.parameters().entrySet().stream()
                        .filter(parameter -> !parameter.getKey().startsWith("divisionEnd"))
                        .map(Map.Entry::getValue))
                .containsExactlyInAnyOrder((Object[]) prefixes.split(" "));
    }

    /** 统景镇 (500112133) went from 渝北区 to 北碚区, the rest elsewhere: what is left out lies in what is kept. */
    @Test
    void an_exception_leaves_out_nothing_of_a_longer_code_that_is_kept() {
        DivisionFilter beibei = DivisionFilter.of("division", "500109", PublishedDivisions.load(), "scope");
        assertThat(beibei.sql()).contains("AND NOT (");
        assertThat(new Reach.Scopes(Set.of("3301", "330109102"), Set.of("330109")))
                .satisfies(scopes -> assertThat(scopes.exceptIn("330109102")).isEmpty())
                .satisfies(scopes -> assertThat(scopes.exceptIn("3301")).containsExactly("330109"));
    }
}
