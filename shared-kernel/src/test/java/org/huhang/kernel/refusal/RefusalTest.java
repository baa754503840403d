package org.huhang.kernel.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final FieldError UNKNOWN_DIVISION =
            new FieldError("hukouDivision", RefusalCode.DIVISION_UNKNOWN, Map.of("division", "330199"));
    private static final FieldError NO_DAY = new FieldError("on", RefusalCode.MISSING_FIELD, Map.of());
    private static final FieldError NO_AGENCY = new FieldError("agency", RefusalCode.VALUE_NOT_ALLOWED, Map.of());

    @Test
    void the_first_fault_of_the_most_basic_sort_speaks_for_all() {
        assertThat(Refusal.of(List.of(UNKNOWN_DIVISION, NO_DAY, NO_AGENCY)).code())
                .isEqualTo(RefusalCode.MISSING_FIELD);
        assertThat(Refusal.of(List.of(UNKNOWN_DIVISION)))
                .isEqualTo(Refusal.at("hukouDivision", RefusalCode.DIVISION_UNKNOWN, Map.of("division", "330199")));
    }

    @Test
    void the_faults_stay_in_the_order_of_the_request() {
        assertThat(Refusal.of(List.of(UNKNOWN_DIVISION, NO_DAY)).errors()).containsExactly(UNKNOWN_DIVISION, NO_DAY);
    }

    @Test
    void what_cannot_be_read_is_more_basic_than_what_is_not_right_and_that_than_what_the_case_does_not_allow() {
        assertThat(List.of(RefusalCode.Kind.INVALID, RefusalCode.Kind.UNPROCESSABLE, RefusalCode.Kind.CONFLICT))
                .isSorted();
    }

    @Test
    void of_very_many_faults_the_first_are_named_and_the_others_counted() {
        Refusal hundred = Refusal.of(Collections.nCopies(100, NO_DAY));
        Refusal more = Refusal.of(Collections.nCopies(117, UNKNOWN_DIVISION));

        assertThat(hundred.errors()).hasSize(100);
        assertThat(hundred.parameters()).isEmpty();
        assertThat(more.errors()).hasSize(100);
        assertThat(more.parameters()).containsEntry("moreErrors", "17").containsEntry("division", "330199");
        assertThat(new Refusal(more.code(), more.parameters(), more.errors())).isEqualTo(more);
    }
}
