package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.huhang.kernel.table.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables an operator may bring along: changes that no list has yet, and rows that cannot be. */
class ChangedTablesTest {

    private static final String HEADING = String.join("\t", DivisionTables.CHANGES) + "\n";

    /** 萧山区 becomes 330119 on 1 March 2027, by a document of November 2026. */
    private static final String IN_FUTURE = """
            2026-11-20,2027-03-01,,created,330119,新萧山区,330109,
            2026-11-20,2027-03-01,,abolished,330109,萧山区,330119,
            """;

    /** 330119 is made of a part of 萧山区 in February 2012, and gone by December. */
    private static final String ONE_YEAR = """
            2012-02-01,2012-02-01,,created,330119,瓜沥区,330109,
            2012-12-01,2012-12-01,,abolished,330119,瓜沥区,330109,
            """;

    /** 建德市 becomes 330119, nobody knows when; the list of 2012 is the first to say so. */
    private static final String UNKNOWN_DAY = """
            ,,2012-12-31,created,330119,建德区,330182,
            ,,2012-12-31,abolished,330182,建德市,330119,
            """;

    /** 秀山, in Chongqing, comes to Hunan under a code of that province. */
    private static final String ANOTHER_PROVINCE = """
            2026-05-01,2026-06-01,,created,433141,秀山县,500241,
            2026-05-01,2026-06-01,,abolished,500241,秀山土家族苗族自治县,433141,
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 330109, 330109",
        "2026-12-31, 330109, 330109",
        "2027-02-28, 330109, 330109",
        "2027-03-01, 330119, 330119",
        "2027-03-02, 330119, 330119"
    })
    void a_change_announced_for_a_later_day_counts_from_that_day(LocalDate today, String current, String county) {
        Divisions divisions = with(IN_FUTURE, today);

        assertThat(divisions.current(code("330109"))).isEqualTo(code(current));
        assertThat(divisions.counties(code("330109"))).containsExactly(code(county));
        assertThat(then(divisions, "330109", "2027-02-28")).isEqualTo("330109");
        assertThat(then(divisions, "330109", "2027-03-01")).isEqualTo("330119");
        assertThat(then(divisions, "330119", "2027-02-28")).isEqualTo("330109");
    }

    @Test
    void until_then_the_new_code_says_from_when_it_is_in_force_and_the_old_one_is() {
        assertThat(with(IN_FUTURE, LocalDate.parse("2027-02-28")).standing(code("330119")))
                .isEqualTo(new Standing.ToCome(new Division(code("330119"), "新萧山区"), LocalDate.parse("2027-03-01")));
        assertThat(with(IN_FUTURE, LocalDate.parse("2027-02-28")).standing(code("330109")))
                .isInstanceOf(Standing.InForce.class);
        assertThat(with(IN_FUTURE, LocalDate.parse("2027-03-01")).standing(code("330109")))
                .isInstanceOf(Standing.Abolished.class);
    }

    @Test
    void the_same_tables_on_another_day_answer_as_if_they_were_read_on_it() {
        Divisions read = with(IN_FUTURE, LocalDate.parse("2027-03-01"));
        Divisions before = with(IN_FUTURE, LocalDate.parse("2027-02-28"));

        assertThat(before.asOf(LocalDate.parse("2027-03-01")).fingerprint()).isEqualTo(read.fingerprint());
        assertThat(before.asOf(LocalDate.parse("2027-02-27")).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(before.fingerprint()).isNotEqualTo(read.fingerprint());
    }

    @Test
    void tables_are_named_by_their_rows_and_by_how_far_their_changes_have_come() {
        LocalDate day = LocalDate.parse("2027-03-01");
        Divisions read = with(IN_FUTURE, day);

        assertThat(read.tables())
                .startsWith(read.latest().name() + "-")
                .isEqualTo(with(IN_FUTURE, day).tables());
        assertThat(with(IN_FUTURE, LocalDate.parse("2027-02-28")).asOf(day).tables())
                .isEqualTo(read.tables());
        assertThat(read.asOf(LocalDate.parse("2027-02-28")).tables()).isNotEqualTo(read.tables());
        assertThat(with(ONE_YEAR, day).tables()).isNotEqualTo(read.tables());
        assertThat(PublishedDivisions.at(day).tables()).isNotEqualTo(read.tables());
    }

    @ParameterizedTest
    @CsvSource({
        "2012-01-31, 330109",
        "2012-02-01, 330119",
        "2012-11-30, 330119",
        "2012-12-01, 330109",
        "2026-11-01, 330109"
    })
    void a_county_that_came_and_went_in_one_year_is_part_of_another_before_and_after(LocalDate day, String county) {
        Divisions divisions = with(ONE_YEAR, LocalDate.parse("2026-11-01"));

        assertThat(then(divisions, "330119", day.toString())).isEqualTo(county);
        assertThat(located(divisions, "330119", day).likely()).containsExactly(code(county));
        assertThat(located(divisions, "330109", day).likely()).containsExactly(code("330109"));
    }

    @ParameterizedTest
    @CsvSource({
        "2011-12-31, 330182, 330182",
        "2012-01-01, 330182, 330119",
        "2012-12-30, 330182, 330119",
        "2012-12-31, 330119, 330119"
    })
    void a_change_of_an_unknown_day_may_have_come_any_day_of_the_year_it_was_first_listed_in(
            LocalDate day, String before, String after) {
        Divisions divisions = with(UNKNOWN_DAY, LocalDate.parse("2026-11-01"));
        Location there = divisions.locate(new DivisionRef(code("330182"), divisions.latest()), day);

        assertThat(there.before().likely()).containsExactly(code(before));
        assertThat(there.after().likely()).containsExactly(code(after));
    }

    /** 330119 is made of 萧山区 in March and goes into 余杭区 in October; the list of the year is the first to show either. */
    private static final String UNKNOWN_DAYS_OF_ONE_YEAR = """
            2026-03-01,,2026-12-31,created,330119,瓜沥区,330109,甲
            2026-10-01,,2026-12-31,abolished,330119,瓜沥区,330110,乙
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 330109",
        "2026-09-30, 330109 330119",
        "2026-10-01, 330109 330110 330119",
        "2026-12-30, 330109 330110 330119",
        "2026-12-31, 330110"
    })
    void a_county_whose_beginning_and_end_are_both_of_an_unknown_day_is_its_own_until_its_end_is_certain(
            LocalDate day, String counties) {
        Divisions divisions = with(UNKNOWN_DAYS_OF_ONE_YEAR, day);
        DivisionCode county = code("330119");

        assertThat(divisions.affiliation(county).counties())
                .map(DivisionCode::digits)
                .containsExactly(counties.split(" "));
        assertThat(divisions.fullName(county)).isEqualTo("浙江省杭州市瓜沥区");
        if (counties.contains("330119")) {
            assertThat(divisions.standing(county)).isInstanceOf(Standing.InForce.class);
            assertThat(DivisionRules.check("residence", county, divisions)).isEmpty();
            Jurisdiction held = new Offices(divisions).held(Role.COUNTY_OFFICER, Jurisdiction.of("330119"));
            assertThat(Reach.of(held, divisions).covers(county)).isTrue();
            assertThat(located(divisions, "330119", day).possible()).contains(county);
        }
    }

    /** 东莞市 is to have a district from 1 July 2027 on. */
    private static final String FIRST_DISTRICT = """
            2026-11-20,2027-07-01,,created,441902,莞城区,441900,
            """;

    @ParameterizedTest
    @CsvSource({"2026-11-19, false", "2026-11-20, false", "2027-06-30, false", "2027-07-01, true"})
    void a_city_without_counties_that_is_to_have_some_stands_for_a_county_until_the_day(
            LocalDate day, boolean counties) {
        Divisions divisions = with(FIRST_DISTRICT, day);
        DivisionCode city = code("441900");

        assertThat(divisions.hasCounties(city)).isEqualTo(counties);
        assertThat(divisions.isCountyOrFiner(city)).isNotEqualTo(counties);
        assertThat(DivisionRules.check("residence", city, divisions).isPresent())
                .isEqualTo(counties);
        if (counties) {
            assertThatThrownBy(() -> new Offices(divisions).held(Role.COUNTY_OFFICER, Jurisdiction.of("441900")))
                    .hasMessage("ROLE_OUTSIDE_ITS_LEVEL");
        } else {
            assertThat(new Offices(divisions).held(Role.COUNTY_OFFICER, Jurisdiction.of("441900")))
                    .isEqualTo(Jurisdiction.of("441900"));
            assertThat(divisions.below(city)).contains(new Division(code("441900003"), "东城街道"));
        }
    }

    @Test
    void an_area_that_went_on_from_where_its_county_went_may_lie_there() {
        Divisions divisions = with("2026-10-01,2026-10-01,,part,500157,两江新区,500103,", LocalDate.parse("2026-11-01"));
        for (String recorded : List.of("500105", "500105001", "500112", "500112018")) {
            DivisionRef read = new DivisionRef(code(recorded), DivisionEdition.of("202306"));
            assertThat(divisions
                            .locate(read, LocalDate.parse("2026-11-01"))
                            .after()
                            .possible())
                    .as(recorded)
                    .contains(code("500157"), code("500103"));
            assertThat(divisions.bearing(read, LocalDate.parse("2026-11-01")))
                    .extracting(change -> change.code().digits())
                    .contains("500157");
        }
        assertThat(located(divisions, "500103", LocalDate.parse("2025-01-01")).possible())
                .contains(code("500105"), code("500112"));
    }

    @Test
    void what_one_document_did_at_once_is_not_followed_through_it() {
        DivisionRef tongjing = new DivisionRef(code("500112133"), DivisionEdition.of("202306"));
        assertThat(PublishedDivisions.load()
                        .locate(tongjing, LocalDate.parse("2026-11-01"))
                        .after()
                        .possible())
                .as("北碚区 gave others away by the same document")
                .containsExactly(code("500109"));
    }

    @Test
    void rows_of_one_document_that_are_not_of_one_day_are_refused() {
        String halfFilledIn = """
                2026-11-20,,,created,330119,新萧山区,330109,国函
                2026-11-20,2026-12-20,,abolished,330109,萧山区,330119,国函
                """;
        long line = shipped().count() + 3;
        assertThatThrownBy(() -> with(halfFilledIn, LocalDate.parse("2026-12-25")))
                .isInstanceOf(UnreadableTable.class)
                .hasMessage("division-changes.tsv, line " + line
                        + ": effective and listed are not those of 330119 in the same document");
    }

    @Test
    void an_abolished_county_whose_successor_is_yet_to_come_is_not_what_else_that_is_made_of() {
        Divisions divisions = with("""
                2026-11-20,2026-12-20,,abolished,330109,萧山区,330119,甲
                2026-11-21,2027-01-01,,created,330119,新萧山区,330110,乙
                """, LocalDate.parse("2026-12-25"));

        assertThat(divisions.affiliation(code("330109")).counties()).containsExactly(code("330119"));
        assertThat(divisions.standing(code("330109"))).isInstanceOf(Standing.Abolished.class);
        assertThat(Reach.of(code("330110"), divisions).covers(code("330109"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500112018, 500103900", "500157010, 500103900", "500157010, ", "500112018, "})
    void a_township_may_move_a_second_time_told_by_its_first_code_or_by_its_second(String keyedBy, String newCode) {
        Divisions divisions = withMove(
                "2026-10-01,2026-10-01,,%s,王家街道,500103,%s,丙".formatted(keyedBy, newCode == null ? "" : newCode),
                LocalDate.parse("2026-11-01"));
        String scope = newCode == null ? "500103/500112018" : newCode;

        for (String recorded : List.of("500112018", "500157010")) {
            assertThat(then(divisions, recorded, "2025-11-05")).isEqualTo("500112018");
            assertThat(then(divisions, recorded, "2026-09-30")).isEqualTo("500157010");
            assertThat(then(divisions, recorded, "2026-10-01")).isEqualTo(scope);
            assertThat(located(divisions, recorded, LocalDate.parse("2026-11-01"))
                            .possible())
                    .containsExactly(code("500103"));
            assertThat(located(divisions, recorded, LocalDate.parse("2026-09-30"))
                            .possible())
                    .containsExactly(code("500157"));
            assertThat(Reach.of(code("500103"), divisions).covers(code(recorded)))
                    .isTrue();
            assertThat(Reach.of(code("500157"), divisions).covers(code(recorded)))
                    .isFalse();
            assertThat(divisions.bearing(
                            new DivisionRef(code(recorded), divisions.latest()), LocalDate.parse("2026-11-01")))
                    .extracting(DivisionChange::document)
                    .contains(Optional.of("丙"));
        }
        assertThat(divisions.fullName(code("500112018"))).isEqualTo("重庆市渝中区王家街道");
        assertThat(divisions.below(code("500157"))).extracting(Division::name).doesNotContain("王家街道");
        assertThat(divisions.below(code("500103"))).contains(new Division(code("500112018"), "王家街道"));
    }

    /** 萧山区 goes to 宁波市 as 330299, but for 戴村镇, which comes to 余杭区. */
    @Test
    void a_township_that_stays_in_a_city_when_its_county_leaves_stays_in_its_lists() {
        LocalDate day = LocalDate.parse("2026-11-01");
        String rows = """
                2026-05-01,2026-05-01,,created,330299,新萧山区,330109,
                2026-05-01,2026-05-01,,abolished,330109,萧山区,330299,
                """;
        Divisions divisions = read(rows, "2026-05-01,2026-05-01,,330109102,戴村镇,330110,,", day);
        Reach.Scopes hangzhou = Reach.of(code("330100"), divisions).scopes();
        Reach.Scopes ningbo = Reach.of(code("330200"), divisions).scopes();

        for (String scope : List.of("330109102", "330109102201", "330110/330109102")) {
            assertThat(hangzhou.include(scope)).as(scope).isTrue();
            assertThat(ningbo.include(scope)).as(scope).isFalse();
        }
        for (String scope : List.of("330109", "330109001", "330299", "330299/330109001")) {
            assertThat(hangzhou.include(scope)).as(scope).isFalse();
            assertThat(ningbo.include(scope)).as(scope).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, 500241", "2026-06-01, 433141", "2026-06-02, 433141"})
    void a_county_may_come_to_another_province(LocalDate day, String county) {
        Divisions divisions = with(ANOTHER_PROVINCE, LocalDate.parse("2026-11-01"));

        assertThat(then(divisions, "500241", day.toString())).isEqualTo(county);
        assertThat(then(divisions, "433141", day.toString())).isEqualTo(county);
        assertThat(divisions.current(code("500241"))).isEqualTo(code("433141"));
        assertThat(located(divisions, "500241", day).sure()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "330183, 2014-12-12, 330183",
        "330183, 2014-12-13, 330183", // announced, and not known to be in force
        "330183, 2014-12-31, 330111",
        "330111, 2014-12-12, 330183",
        "500112018, 2025-11-05, 500112018",
        "500112018, 2025-11-06, 500112018",
        "500112018, 2025-12-31, 500157010",
        "500157010, 2025-12-30, 500112018",
        "500112133, 2025-12-30, 500112133",
        "500112133, 2025-12-31, 500109/500112133",
        "500112133201, 2025-12-31, 500109/500112133201",
        "500157010, 2025-11-05, 500112018",
        "500112, 2025-11-06, 500112", // divided
        "500157, 2025-11-05, 500157", // made of three
        "330109102, 2012-01-01, 330109102",
        "130171100, 2026-01-01, 130171100",
        "460321, 2026-01-01, 460302", // 西沙群岛, of 西沙区
        "460321451, 2026-01-01, 460302/460321451",
        "460321451, 2020-01-01, 460300/460321451", // 三沙市 had no districts yet
        "620201001, 2026-01-01, 620200/620201001",
        "330199, 2026-01-01, 330199"
    })
    void a_place_is_listed_under_the_unit_of_the_day_where_one_is_known(String recorded, String day, String then) {
        assertThat(then(PublishedDivisions.load(), recorded, day)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "500157, 500157",
        "500109, 500109",
        "500000, 500112",
        "500157010, 500157010",
        "500112133, 500109/500112133",
        "500157, 500112",
        "500157010, 500112018",
        "500157010, 500112018201",
        "500157010201, 500112018201",
        "500109, 500112",
        "330102, 330104",
        "330114, 330104"
    })
    void who_came_after_a_county_finds_listed_what_may_be_theirs(String code, String scope) {
        assertThat(Reach.of(code(code), PublishedDivisions.load()).scopes().include(scope))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "500103, 500112",
        "500109, 500157010",
        "500157, 500109/500112133",
        "500157010, 500112",
        "500157010, 500112019",
        "500157010201, 500112018202",
        "500112133, 500109",
        "330102, 330114"
    })
    void and_nothing_else(String code, String scope) {
        assertThat(Reach.of(code(code), PublishedDivisions.load()).scopes().include(scope))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01,,,abolished,330199,无名区,330109, | 330199 is not in force before",
                "2026-01-01,,,created,330109,萧山区,330110, | 330109 is there already",
                "2026-01-01,,,renamed,330183,富阳市,, | 330183 is not in force before",
                "2026-01-01,,,part,330183,富阳市,330109, | 330183 is not in force before",
                "2026-01-01,,,abolished,330109,萧山区,330198, | 330198 is in none of the tables",
                "2026-01-01,,,abolished,330109,萧山区,, | counterparts is empty",
                "2026-13-01,,,abolished,330109,萧山区,330110, | announced is not a date",
                ",,,abolished,330109,萧山区,330110, | names no day",
                "2026-01-01,,,merged,330109,萧山区,330110, | what must be created",
                "2026-01-01,,,abolished,33010,萧山区,330110, | code is not a division code: 33010"
            })
    void a_row_that_contradicts_the_others_is_named_with_file_and_line(String row, String reason) {
        long line = shipped().count() + 2;
        assertThatThrownBy(() -> with(row.strip() + "\n", LocalDate.parse("2026-11-01")))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageStartingWith("division-changes.tsv, line " + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_change_that_stands_twice_is_named_too() {
        assertThatThrownBy(() -> with(IN_FUTURE + IN_FUTURE, LocalDate.parse("2026-11-01")))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("stands in the table twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "township-moves.tsv | 2026-01-01,,,330109102,戴村镇,330198,, | 330198 is in none of the tables",
                "township-moves.tsv | 2026-01-01,,,330198102,戴村镇,330110,, | 330198 is in none of the tables",
                "township-moves.tsv | 2026-01-01,,,330109,萧山区,330110,, | 330109 is not a township",
                "township-moves.tsv | 2026-01-01,,,500112018,王家街道,500157,, | 500112018 stands in the table twice",
                "township-moves.tsv | 2026-01-01,,,330109102,戴村镇,330110,330111102, | does not lie in 330110",
                "township-moves.tsv | 2026-01-01,,,330109102,戴村镇,500157,500157010, | 500157010 is another township's",
                "township-moves.tsv | 2025-01-01,,,500157010,王家街道,500103,, | 500157010 leaves its county before",
                "township-moves.tsv | 2025-12-01,,,500112018,王家街道,500103,, | 500112018 stands in the table twice",
                "statistical-divisions.tsv | 330171,某开发区,330198 | 330198 is in none of the tables",
                "statistical-divisions.tsv | 330109,萧山区, | 330109 is an administrative unit",
                "statistical-divisions.tsv | 330109102,戴村镇,330110 | 330109 is an administrative unit",
                "statistical-divisions.tsv | 130171100,某镇, | county is empty",
                "statistical-divisions.tsv | 130171100201,某村,130102 | 130171100201 is a village"
            })
    void rows_of_the_other_tables_must_fit_the_changes(String file, String row, String reason) {
        assertThatThrownBy(() -> PublishedDivisions.read(
                        (name, shipped, columns) -> {
                            List<Row> rows = new ArrayList<>(Tsv.shipped(shipped, columns));
                            if (name.equals(file)) {
                                String own = String.join("\t", columns) + "\n" + row.replace(',', '\t');
                                rows.addAll(Tsv.read(file, new StringReader(own), columns));
                            }
                            return rows;
                        },
                        LocalDate.parse("2026-11-01")))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_township_of_a_zone_lies_in_the_county_the_tables_name_and_the_rest_of_the_zone_may_lie_in_any() {
        Divisions divisions = PublishedDivisions.read(
                (file, shipped, columns) -> {
                    List<Row> rows = new ArrayList<>(Tsv.shipped(shipped, columns));
                    if (file.equals("statistical-divisions.tsv")) {
                        rows.addAll(Tsv.read(
                                file, new StringReader("code\tname\tcounty\n130171100\t宋营镇\t130102\n"), columns));
                    }
                    return rows;
                },
                LocalDate.parse("2026-11-01"));
        LocalDate day = LocalDate.parse("2026-11-01");

        assertThat(located(divisions, "130171100", day).likely()).containsExactly(code("130102"));
        assertThat(located(divisions, "130171100201", day).likely()).containsExactly(code("130102"));
        assertThat(located(divisions, "130171101", day).likely()).hasSizeGreaterThan(1);
        assertThat(located(divisions, "130171", day).likely()).hasSizeGreaterThan(1);
        assertThat(located(divisions, "460321", day).likely()).containsExactly(code("460302"));
    }

    /** 新建县 became 新建区 (360112) in 2015, to which 湾里区 (360105) came in 2019, and a part of 青山湖区 (360111). */
    @ParameterizedTest
    @CsvSource({"2016-01-01, 360122", "2023-06-30, 360105 360111 360122"})
    void what_came_to_a_county_later_may_be_where_a_place_lay_only_if_it_was_read_after(
            LocalDate read, String possible) {
        Divisions tables = PublishedDivisions.load();
        Location.Counties there = tables.locate(
                        new DivisionRef(code("360112"), tables.asOf(read).latest()), LocalDate.parse("2014-01-01"))
                .after();

        assertThat(there.likely()).containsExactly(code("360122"));
        assertThat(there.possible()).map(DivisionCode::digits).containsExactly(possible.split(" "));
    }

    /** The shipped changes, and those of {@code csv} after them. */
    private static Divisions with(String csv, LocalDate today) {
        String rows = Stream.concat(Stream.of(HEADING), shipped().map(row -> String.join("\t", row.cells()) + "\n"))
                        .reduce("", String::concat)
                + csv.replace(',', '\t');
        return PublishedDivisions.read(
                (file, shipped, columns) -> file.equals("division-changes.tsv")
                        ? Tsv.read(file, new StringReader(rows), columns)
                        : Tsv.shipped(shipped, columns),
                today);
    }

    private static Divisions withMove(String csv, LocalDate today) {
        return read("", csv, today);
    }

    /** The shipped tables, with rows of changes and one of a township. */
    private static Divisions read(String changes, String move, LocalDate today) {
        return PublishedDivisions.read(
                (file, shipped, columns) -> {
                    List<Row> rows = new ArrayList<>(Tsv.shipped(shipped, columns));
                    String own =
                            switch (file) {
                                case "division-changes.tsv" -> changes;
                                case "township-moves.tsv" -> move + "\n";
                                default -> "";
                            };
                    rows.addAll(Tsv.read(
                            file,
                            new StringReader(String.join("\t", columns) + "\n" + own.replace(',', '\t')),
                            columns));
                    return rows;
                },
                today);
    }

    private static Stream<Row> shipped() {
        return Tsv.shipped("/divisions/changes.tsv", DivisionTables.CHANGES).stream();
    }

    private static Location.Counties located(Divisions divisions, String recorded, LocalDate day) {
        return divisions
                .locate(new DivisionRef(code(recorded), divisions.latest()), day)
                .after();
    }

    private static String then(Divisions divisions, String recorded, String day) {
        return divisions.affiliation(code(recorded), LocalDate.parse(day)).scope();
    }

    private static DivisionCode code(String digits) {
        return DivisionCode.of(digits);
    }
}
