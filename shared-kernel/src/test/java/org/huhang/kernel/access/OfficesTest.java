package org.huhang.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficesTest {

    private static final Divisions DIVISIONS = PublishedDivisions.load();

    /** One division of each level, and one of two. */
    private static final List<String> DIVISIONS_TRIED = List.of(
            "000000",
            "330000",
            "330100",
            "441900",
            "442000",
            "460400",
            "620200",
            "330109",
            "330109102",
            "330109102201");

    private static final Set<String> CITIES_WITHOUT_COUNTIES = Set.of("441900", "442000", "460400", "620200");

    private final Offices offices = new Offices(DIVISIONS);

    @ParameterizedTest
    @EnumSource
    void a_role_is_held_for_a_division_of_its_level_and_no_other(Role role) {
        Set<String> held = new TreeSet<>();
        for (String division : DIVISIONS_TRIED) {
            try {
                assertThat(offices.held(role, Jurisdiction.of(division))).isEqualTo(Jurisdiction.of(division));
                held.add(division);
            } catch (Refused misfit) {
                assertThat(misfit.refusal().code()).isEqualTo(RefusalCode.ROLE_OUTSIDE_ITS_LEVEL);
                assertThat(misfit.refusal().parameters()).isEqualTo(Map.of("role", role.name(), "division", division));
            }
        }
        assertThat(held)
                .containsExactlyInAnyOrderElementsOf(
                        switch (role) {
                            case CHILD_DIRECTOR -> Set.of("330109102201");
                            case SUPERVISOR -> Set.of("330109102");
                            case COUNTY_OFFICER -> Set.of("330109", "441900", "442000", "460400", "620200");
                            case CITY_OFFICER -> Set.of("330100", "441900", "442000", "460400", "620200");
                            case PROVINCE_OFFICER -> Set.of("330000");
                            case MINISTRY_OFFICER, OPERATOR, SYSTEM -> Set.of("000000");
                            case INSPECTOR, ANALYST ->
                                Set.of("000000", "330000", "330100", "441900", "442000", "460400", "620200", "330109");
                        });
    }

    @Test
    void no_other_city_stands_for_a_county() {
        Set<String> cities = new TreeSet<>();
        int prefectures = 0;
        for (String city : prefectures().toList()) {
            prefectures++;
            if (isHeld(Role.COUNTY_OFFICER, city)) {
                cities.add(city);
            }
            assertThat(isHeld(Role.CITY_OFFICER, city)).as(city).isTrue();
        }
        assertThat(prefectures).isGreaterThan(300);
        assertThat(cities).isEqualTo(CITIES_WITHOUT_COUNTIES);
    }

    /** 富阳市 became 富阳区; 儋州市, a county, a city without counties: the same officers for the same children. */
    @ParameterizedTest
    @CsvSource({"330183, 330111", "469003, 460400"})
    void an_officer_of_a_renumbered_county_goes_on_under_its_new_number(String old, String now) {
        assertThat(offices.held(Role.COUNTY_OFFICER, Jurisdiction.of(old))).isEqualTo(Jurisdiction.of(now));
        assertThatThrownBy(() -> offices.held(Role.PROVINCE_OFFICER, Jurisdiction.of(old)))
                .hasMessage("ROLE_OUTSIDE_ITS_LEVEL");
    }

    /** 江干区 went to two districts, 莱芜市 into 济南市: who came after them answers for others too. */
    @ParameterizedTest
    @CsvSource({"COUNTY_OFFICER, 330104, 330102", "CITY_OFFICER, 371200, 370100", "SUPERVISOR, 330183100, 330111"})
    void nobody_comes_into_what_is_larger_by_an_abolition(Role role, String division, String successor) {
        assertThatThrownBy(() -> offices.held(role, Jurisdiction.of(division)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.YOUR_DIVISION_NOT_IN_FORCE);
                    assertThat(refused.refusal().parameters().get("successors")).contains(successor);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"330199", "339900", "830000", "330109999", "330109999201", "330109102000", "330000000"})
    void a_division_nobody_published_is_nobodys(String division) {
        for (Role role : Role.values()) {
            assertThatThrownBy(() -> offices.held(role, Jurisdiction.of(division)))
                    .hasMessage("YOUR_DIVISION_NOT_IN_FORCE");
        }
    }

    private boolean isHeld(Role role, String division) {
        try {
            return offices.held(role, Jurisdiction.of(division)).equals(Jurisdiction.of(division));
        } catch (Refused misfit) {
            return false;
        }
    }

    private static Stream<String> prefectures() {
        return IntStream.rangeClosed(11, 82)
                .mapToObj(province -> DivisionCode.of(province + "0000"))
                .flatMap(province -> DIVISIONS.below(province).stream())
                .map(Division::code)
                .map(DivisionCode::digits);
    }
}
