package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"330109", "330109102", "330109102201", "441900", "620200", "620201100"})
    void a_county_or_finer_in_force_can_be_recorded(String code) {
        assertThat(check(code)).isEmpty();
    }

    @Test
    void an_unknown_code_is_refused() {
        assertThat(check("330199")).contains(error(RefusalCode.DIVISION_UNKNOWN, Map.of("division", "330199")));
    }

    @Test
    void an_abolished_code_is_refused_with_what_took_its_place() {
        assertThat(check("330104"))
                .contains(error(
                        RefusalCode.DIVISION_ABOLISHED,
                        Map.of(
                                "division",
                                "330104",
                                "name",
                                "浙江省杭州市江干区",
                                "until",
                                "2021-03-11",
                                "successors",
                                "330102 上城区, 330114 钱塘区")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"330000", "330100", "110100", "419000"})
    void a_code_that_does_not_tell_the_county_is_too_coarse(String code) {
        assertThat(check(code)).map(FieldError::code).contains(RefusalCode.DIVISION_TOO_COARSE);
    }

    @Test
    void a_code_yet_to_come_is_refused_with_its_day() {
        Divisions before = PublishedDivisions.load().asOf(LocalDate.parse("2025-11-05"));
        assertThat(DivisionRules.check("residence.division", DivisionCode.of("500157"), before))
                .contains(error(
                        RefusalCode.DIVISION_NOT_YET_IN_FORCE,
                        Map.of("division", "500157", "name", "重庆市两江新区", "from", "2025-11-06")));
    }

    private static Optional<FieldError> check(String code) {
        return DivisionRules.check("residence.division", DivisionCode.of(code), PublishedDivisions.load());
    }

    private static FieldError error(RefusalCode code, Map<String, String> parameters) {
        return new FieldError("residence.division", code, parameters);
    }
}
