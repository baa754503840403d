package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.query.kit.FixedDivisions;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void an_absent_parameter_is_empty() {
        assertThat(Parameters.date("from", null)).isEmpty();
        assertThat(Parameters.text("actor", null)).isEmpty();
        assertThat(Parameters.position("min-position", null)).isEmpty();
        assertThat(Parameters.division("division", null)).isEmpty();
        assertThat(Parameters.choice("risk", null, RiskLevel.class)).isEmpty();
    }

    @Test
    void what_can_be_read_is_read() {
        assertThat(Parameters.instant("from", "2025-03-01T08:00:00+08:00"))
                .contains(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(Parameters.instant("from", "2025-03-01T08:00:00 08:00"))
                .contains(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(Parameters.month("month", "2025-03")).contains(YearMonth.of(2025, 3));
        assertThat(Parameters.position("min-position", "0")).hasValue(0);
        assertThat(Parameters.flag("overdue", "true")).contains(true);
        assertThat(Parameters.choice("risk", "HIGH", RiskLevel.class)).contains(RiskLevel.HIGH);
    }

    @Test
    void what_cannot_be_read_is_refused_by_name() {
        refused("from", RefusalCode.INVALID_DATE, () -> Parameters.date("from", "2025-02-30"));
        refused("from", RefusalCode.INVALID_DATE, () -> Parameters.date("from", ""));
        refused("from", RefusalCode.INVALID_DATE, () -> Parameters.instant("from", "2025-03-01T08:00:00"));
        refused("month", RefusalCode.INVALID_DATE, () -> Parameters.month("month", "2025-13"));
        refused("caseId", RefusalCode.INVALID_PARAMETER, () -> Parameters.uuid("caseId", "1-1-1-1-1"));
        refused("min-position", RefusalCode.INVALID_PARAMETER, () -> Parameters.position("min-position", "-1"));
        refused("overdue", RefusalCode.INVALID_PARAMETER, () -> Parameters.flag("overdue", "yes"));
        refused("risk", RefusalCode.INVALID_PARAMETER, () -> Parameters.choice("risk", "high", RiskLevel.class));
        refused("actor", RefusalCode.INVALID_PARAMETER, () -> Parameters.text("actor", "a\u0000b"));
        refused("division", RefusalCode.DIVISION_MALFORMED, () -> Parameters.division("division", "3301"));
    }

    @Test
    void a_year_nobody_means_is_refused_like_a_day_that_does_not_exist() {
        for (String year : List.of("1899", "0000", "-2025", "+2025", "10000", "+10000", "-999999999", "+999999999")) {
            refused("from", RefusalCode.INVALID_DATE, () -> Parameters.date("from", year + "-03-01"));
            refused("month", RefusalCode.INVALID_DATE, () -> Parameters.month("month", year + "-03"));
            refused(
                    "knownAt",
                    RefusalCode.INVALID_DATE,
                    () -> Parameters.instant("knownAt", year + "-03-01T00:00:00Z"));
        }
        assertThat(Parameters.date("from", "1900-01-01")).isPresent();
        assertThat(Parameters.month("month", "9999-12")).isPresent();
        assertThat(Parameters.instant("knownAt", "9999-12-31T23:59:59-18:00")).isPresent();
    }

    @Test
    void a_page_holds_one_to_two_hundred_rows_and_fifty_by_default() {
        assertThat(Limit.of(null).rows()).isEqualTo(50);
        assertThat(Limit.of("200").rows()).isEqualTo(200);
        for (String bad : List.of("0", "201", "-1", "ten", "", "99999999999")) {
            refused("limit", RefusalCode.INVALID_PARAMETER, () -> Limit.of(bad));
        }
    }

    @Test
    void a_page_ends_with_a_cursor_only_while_rows_are_left() {
        Limit two = new Limit(2);

        assertThat(Page.of(List.of(1, 2, 3), two, Object::toString, Moment.START))
                .isEqualTo(new Page<>(List.of(1, 2), "2", 0, Instant.EPOCH));
        assertThat(Page.of(List.of(1, 2), two, Object::toString, Moment.START).next())
                .isNull();
    }

    @Test
    void the_scope_of_a_reader_is_the_prefix_of_their_division() {
        ScopeFilter county =
                ScopeFilter.of(new Actor("o", Role.COUNTY_OFFICER, Jurisdiction.of("330109")), new FixedDivisions());
        ScopeFilter nation = ScopeFilter.of(new Actor("i", Role.INSPECTOR, Jurisdiction.NATION), new FixedDivisions());

        assertThat(county.sql()).isEqualTo("(residence_scope LIKE :scope0 OR hukou_scope LIKE :scope0)");
        assertThat(county.parameters()).containsEntry("scope0", "330109%");
        assertThat(nation.sql()).isEqualTo("(TRUE)");
        assertThat(nation.parameters()).isEmpty();
    }

    private static void refused(String field, RefusalCode code, ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.refusal().code()).isEqualTo(code);
            assertThat(no.refusal().errors().getFirst().field()).isEqualTo(field);
        });
    }
}
