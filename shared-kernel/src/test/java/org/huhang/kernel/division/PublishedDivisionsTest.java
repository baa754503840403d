package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDivisionsTest {

    private final Divisions divisions = PublishedDivisions.load();

    @Test
    void an_edition_counts_from_the_last_day_of_its_month() {
        assertThat(divisions.latest()).isEqualTo(edition("202306"));
        assertThat(divisions.inForceOn(LocalDate.parse("2023-06-29"))).isEqualTo(edition("201904"));
        assertThat(divisions.inForceOn(LocalDate.parse("2023-06-30"))).isEqualTo(edition("202306"));
        assertThat(divisions.inForceOn(LocalDate.parse("2030-01-01"))).isEqualTo(edition("202306"));
    }

    @Test
    void a_day_before_every_edition_is_judged_by_the_oldest() {
        assertThat(divisions.inForceOn(LocalDate.parse("1999-01-01"))).isEqualTo(edition("201012"));
    }

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
    @ValueSource(strings = {"330199", "339900", "830000", "330109999", "330109999201", "330109102000", "330183100000"})
    void a_code_nobody_published_is_unknown(String digits) {
        assertThat(divisions.standing(code(digits))).isEqualTo(new Standing.Unknown());
    }

    @Test
    void an_abolished_county_names_its_last_edition_and_its_successor() {
        assertThat(divisions.standing(code("330183")))
                .isEqualTo(new Standing.Abolished(
                        division("330183", "富阳市"), edition("201312"), List.of(division("330111", "富阳区"))));
    }

    @Test
    void a_divided_county_names_every_part() {
        assertThat(divisions.standing(code("330104")))
                .isEqualTo(new Standing.Abolished(
                        division("330104", "江干区"),
                        edition("201904"),
                        List.of(division("330102", "上城区"), division("330114", "钱塘区"))));
    }

    @Test
    void a_township_of_an_abolished_county_is_abolished_with_it() {
        assertThat(divisions.standing(code("330183101")))
                .isEqualTo(new Standing.Abolished(
                        division("330183101", "富阳市"), edition("201312"), List.of(division("330111", "富阳区"))));
    }

    @Test
    void the_name_is_that_of_the_edition_asked_for() {
        assertThat(divisions.find(code("210112"), edition("201012"))).contains(division("210112", "东陵区"));
        assertThat(divisions.find(code("210112"), edition("202306"))).contains(division("210112", "浑南区"));
    }

    @Test
    void an_edition_without_townships_judges_them_by_their_county() {
        assertThat(divisions.find(code("330109102"), edition("201904"))).contains(division("330109102", "戴村镇"));
        assertThat(divisions.find(code("330183101"), edition("201012"))).contains(division("330183101", "富阳市"));
        assertThat(divisions.find(code("330183101"), edition("201412"))).isEmpty();
        assertThat(divisions.find(code("330109999"), edition("202306"))).isEmpty();
    }

    @Test
    void an_edition_nobody_published_has_nothing() {
        assertThat(divisions.find(code("330109"), edition("209912"))).isEmpty();
        assertThat(divisions.map(code("330109"), edition("209912"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "330109, 202306, 330109",
        "330183, 202306, 330111",
        "330183101, 202306, 330111",
        "341422, 202306, 340281", // through 340225
        "341422, 201512, 340225",
        "632121, 202306, 630203", // through 630221
        "341400, 202306, 340100 340200 340500",
        "330104, 202306, 330102 330114",
        "330111, 201012, 330183",
        "340281, 201012, 341422",
        "620201, 201012, 620200",
        "620201, 202306, 620200",
        "441900003, 201012, 441900",
        "469003, 202306, 460400",
        "320508, 201012, 320502 320503 320504",
        "330199, 202306, ''"
    })
    void a_county_is_mapped_to_another_edition(String from, String to, String expected) {
        Set<DivisionCode> codes = Arrays.stream(expected.split(" "))
                .filter(digits -> !digits.isEmpty())
                .map(DivisionCode::of)
                .collect(Collectors.toSet());
        assertThat(divisions.map(code(from), edition(to))).isEqualTo(codes);
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

    @Test
    void an_abolished_code_is_its_only_successor_today_and_itself_where_there_are_several_or_none() {
        for (Lineage.Step step : Lineage.load().steps()) {
            Standing.Abolished abolished = (Standing.Abolished) divisions.standing(step.code());
            DivisionCode heir = abolished.successors().size() == 1
                    ? abolished.successors().getFirst().code()
                    : step.code();
            assertThat(divisions.current(step.code())).isEqualTo(heir);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "330109102, 浙江省杭州市萧山区戴村镇",
        "330109102201, 浙江省杭州市萧山区戴村镇",
        "330000, 浙江省",
        "110101, 北京市东城区",
        "110100, 北京市市辖区",
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

    private static DivisionEdition edition(String name) {
        return DivisionEdition.of(name);
    }

    private static Division division(String digits, String name) {
        return new Division(code(digits), name);
    }
}
