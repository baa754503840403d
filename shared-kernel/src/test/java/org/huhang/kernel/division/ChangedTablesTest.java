package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.kernel.access.Reach;
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
                "statistical-divisions.tsv | 330171,某开发区,330198 | 330198 is in none of the tables",
                "statistical-divisions.tsv | 330109,萧山区, | 330109 is an administrative unit"
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
