package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;

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
}
