package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDivisionsTest {

    private final Divisions divisions = PublishedDivisions.load();

    @ParameterizedTest
    @CsvSource({
        "330000, 浙江省",
        "330100, 杭州市",
        "330109, 萧山区",
        "330109102, 戴村镇",
        "330109102201, 戴村镇",
        "110100, 市辖区",
        "441900, 东莞市",
        "441900003, 东城街道",
        "710000, 台湾省",
        "810000, 香港特别行政区"
    })
    void a_published_code_is_in_force(String digits, String name) {
        assertThat(divisions.standing(code(digits))).isEqualTo(new Standing.InForce(division(digits, name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "330199",
                "339900",
                "830000",
                "330109999",
                "330109999201",
                "330109102000",
                "330183100000",
                "500157999",
                "500157999201",
                "500105999",
                "500112999"
            })
    void a_code_nobody_published_is_unknown(String digits) {
        assertThat(divisions.standing(code(digits))).isEqualTo(new Standing.Unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "330183, 富阳市, 2014-12-13, 330111",
        "330104, 江干区, 2021-03-11, 330102 330114",
        "330183101, 富阳市, 2014-12-13, 330111",
        "500105, 江北区, 2025-11-06, 500157",
        "500112, 渝北区, 2025-11-06, 500109 500157"
    })
    void an_abolished_county_names_the_document_that_ended_it_and_what_came_after(
            String digits, String name, LocalDate document, String successors) {
        assertThat(divisions.standing(code(digits))).isInstanceOfSatisfying(Standing.Abolished.class, abolished -> {
            assertThat(abolished.division()).isEqualTo(division(digits, name));
            assertThat(abolished.by().announced()).contains(document);
            assertThat(abolished.successors()).map(Division::code).isEqualTo(codes(successors));
        });
    }

    @Test
    void while_a_change_is_under_way_the_old_code_and_the_new_one_may_be_recorded() {
        Divisions then = PublishedDivisions.at(LocalDate.parse("2025-11-20"));
        assertThat(then.standing(code("500105"))).isInstanceOf(Standing.InForce.class);
        assertThat(then.standing(code("500157"))).isInstanceOf(Standing.InForce.class);
        Divisions before = PublishedDivisions.at(LocalDate.parse("2025-11-05"));
        assertThat(before.standing(code("500157")))
                .isEqualTo(new Standing.ToCome(division("500157", "两江新区"), LocalDate.parse("2025-11-06")));
    }

    @ParameterizedTest
    @CsvSource({
        "330109, 2023-06-30, 330109",
        "330183, 2023-06-30, 330111",
        "330183101, 2023-06-30, 330111",
        "341422, 2023-06-30, 340281", // through 340225
        "341422, 2015-12-31, 340225",
        "632121, 2023-06-30, 630203", // through 630221
        "330104, 2023-06-30, 330102 330114",
        "330111, 2010-12-31, 330183",
        "340281, 2010-12-31, 341422",
        "620201, 2010-12-31, 620200",
        "620201, 2023-06-30, 620200",
        "441900003, 2010-12-31, 441900",
        "469003, 2023-06-30, 460400",
        "320508, 2010-12-31, 320502 320503 320504",
        "460204, 2013-12-31, 460200", // no districts yet
        "460321, 2023-06-30, 460302",
        "500112, 2026-01-01, 500109 500157",
        "500112018, 2025-11-05, 500112",
        "500112018, 2025-12-31, 500157",
        "500157031, 2025-11-05, 500109",
        "500157, 2025-11-05, 500105 500109 500112",
        "330199, 2023-06-30, ''"
    })
    void a_place_lies_in_the_county_of_the_day(String recorded, LocalDate day, String expected) {
        Location there = located(recorded, "202604", day);
        assertThat(there.before()).isEqualTo(there.after());
        assertThat(there.after().likely()).containsExactlyElementsOf(codes(expected));
    }

    @Test
    void between_the_document_and_the_list_both_are_possible() {
        Location there = located("500105", "202306", LocalDate.parse("2025-11-20"));
        assertThat(there.before().likely()).containsExactly(code("500105"));
        assertThat(there.after().likely()).containsExactly(code("500157"));
    }

    @Test
    void a_county_that_gave_an_area_away_since_it_was_read_may_lie_in_the_other_one() {
        LocalDate today = LocalDate.parse("2026-11-01");
        assertThat(located("653223", "202306", today).after().possible()).contains(code("653228"));
        assertThat(located("653223", "202604", today).after().sure()).isTrue();
        assertThat(located("500109", "202306", today).after().possible())
                .containsExactlyElementsOf(codes("500109 500157"));
    }

    @Test
    void a_township_of_which_it_is_on_record_that_it_stayed_is_in_no_doubt() {
        LocalDate today = LocalDate.parse("2026-11-01");
        assertThat(divisions.standing(code("500109001"))).isInstanceOf(Standing.InForce.class);
        assertThat(located("500109001", "202306", today).after().possible()).containsExactly(code("500109"));
        assertThat(located("500109006", "202306", today).after().possible()).containsExactly(code("500157"));
    }

    @Test
    void a_township_of_a_county_that_is_younger_than_the_list_may_be_recorded_where_nobody_knows_which_there_are() {
        assertThat(divisions.standing(code("653228001"))).isInstanceOf(Standing.InForce.class);
        assertThat(divisions.standing(code("500157010"))).isInstanceOf(Standing.InForce.class);
    }

    @Test
    void a_zone_of_the_statistical_list_may_lie_in_any_county_of_its_city() {
        assertThat(located("130171100", "202604", LocalDate.parse("2026-01-01"))
                        .after()
                        .likely())
                .contains(code("130102"), code("130183"))
                .allMatch(county -> county.prefecture().equals(code("130100")))
                .doesNotContain(code("130171"));
    }

    @ParameterizedTest
    @CsvSource({
        "500105, 500157",
        "500112, 500112",
        "500112018, 500157010",
        "500112018201, 500157010201",
        "500157031, 500157031",
        "500112133, 500112133", // 统景镇 has no other number in 500109
        "500112133201, 500112133201"
    })
    void a_township_that_came_to_another_county_is_administered_there(String recorded, String current) {
        assertThat(divisions.current(code(recorded))).isEqualTo(code(current));
    }

    @ParameterizedTest
    @CsvSource({
        "500157010, false",
        "653228001, false", // the county is younger than the list of townships
        "653228001201, false",
        "330183101, false", // and this one was gone before it
        "500157010201, false",
        "500157, true",
        "500112018, true",
        "500112133, true",
        "330109102, true"
    })
    void a_townships_number_that_no_list_of_the_ministry_has_is_not_official(String code, boolean official) {
        assertThat(divisions.isOfficial(code(code))).isEqualTo(official);
    }

    @ParameterizedTest
    @CsvSource({
        "330109102, 330109102",
        "330183, 330111",
        "330183101, 330111",
        "330104, 330104",
        "330199, 330199",
        "522200, 520600",
        "341400, 341400"
    })
    void the_current_code_is_the_single_successor_or_the_code_itself(String code, String current) {
        assertThat(divisions.current(code(code))).isEqualTo(code(current));
    }

    @ParameterizedTest
    @CsvSource({
        "330109102, 浙江省杭州市萧山区戴村镇",
        "330109102201, 浙江省杭州市萧山区戴村镇",
        "330000, 浙江省",
        "110101, 北京市东城区",
        "110100, 北京市市辖区",
        "500112018, 重庆市两江新区王家街道",
        "500112133, 重庆市北碚区统景镇",
        "500105, 重庆市江北区",
        "419001, 河南省济源市",
        "441900, 广东省东莞市",
        "441900003, 广东省东莞市东城街道",
        "620201100, 甘肃省嘉峪关市新城镇",
        "542121, 西藏自治区昌都地区昌都县",
        "341422, 安徽省巢湖市无为县",
        "330199, 330199"
    })
    void the_full_name_goes_from_the_province_down(String code, String name) {
        assertThat(divisions.fullName(code(code))).isEqualTo(name);
    }

    @Test
    void each_level_lists_the_one_below() {
        assertThat(divisions.below(code("640000")))
                .extracting(Division::name)
                .containsExactly("银川市", "石嘴山市", "吴忠市", "固原市", "中卫市");
        assertThat(divisions.below(code("640100")))
                .extracting(Division::name)
                .containsExactly("兴庆区", "西夏区", "金凤区", "永宁县", "贺兰县", "灵武市");
        assertThat(divisions.below(code("640121"))).contains(division("640121100", "杨和镇"));
        assertThat(divisions.below(code("441900"))).hasSize(36).contains(division("441900003", "东城街道"));
        assertThat(divisions.below(code("620200"))).contains(division("620201100", "新城镇"));
        assertThat(divisions.below(code("640121100"))).isEmpty();
        assertThat(divisions.below(code("330183"))).isEmpty();
        assertThat(divisions.below(code("500157"))).hasSize(42).contains(division("500112018", "王家街道"));
        assertThat(divisions.below(code("500112"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "330000, false", "330100, false", "110100, false", "419000, false", "330109, true", "330109102, true",
        "441900, true", "442000, true", "460400, true", "620200, true", "620201, true", "710000, false"
    })
    void a_city_without_counties_is_as_precise_as_a_county(String code, boolean precise) {
        assertThat(divisions.isCountyOrFiner(code(code))).isEqualTo(precise);
    }

    @ParameterizedTest
    @CsvSource({"330100, true", "341400, true", "441900, false", "620200, false"})
    void dongguan_and_three_others_have_no_counties(String city, boolean counties) {
        assertThat(divisions.hasCounties(code(city))).isEqualTo(counties);
    }

    private static DivisionCode code(String digits) {
        return DivisionCode.of(digits);
    }

    private static List<DivisionCode> codes(String digits) {
        return Arrays.stream(digits.split(" "))
                .filter(code -> !code.isEmpty())
                .map(DivisionCode::of)
                .toList();
    }

    private Location located(String recorded, String edition, LocalDate day) {
        return divisions.locate(new DivisionRef(code(recorded), edition(edition)), day);
    }

    private static DivisionEdition edition(String name) {
        return DivisionEdition.of(name);
    }

    private static Division division(String digits, String name) {
        return new Division(code(digits), name);
    }
}
