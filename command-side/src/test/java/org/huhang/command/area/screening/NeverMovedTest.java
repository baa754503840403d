package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.area.screening.AChild.inXiaoshan;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionChange;
import org.huhang.kernel.division.DivisionChange.What;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionCode.Level;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.huhang.kernel.value.MigrantBand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A child who never moved is no migrant, whatever change of the map lies between any two days: whichever of the codes its two
 * places were recorded under, and whenever.
 */
class NeverMovedTest {

    private static final PolicyBook POLICIES = PolicyBook.published();
    private static final Divisions DIVISIONS = POLICIES.divisions();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final LocalDate LONG_AGO = LocalDate.parse("2011-01-01");

    static Stream<DivisionChange> changesOfCounties() {
        return Tsv.shipped(
                        "/divisions/changes.tsv",
                        "announced",
                        "effective",
                        "listed",
                        "what",
                        "code",
                        "name",
                        "counterparts",
                        "document")
                .stream()
                .map(NeverMovedTest::change)
                .filter(change -> change.what() != What.RENAMED && isCounty(change.code()));
    }

    private static DivisionChange change(Row row) {
        return new DivisionChange(
                What.valueOf(row.text("what").toUpperCase(Locale.ROOT)),
                DivisionCode.of(row.text("code")),
                row.text("name"),
                row.optional("counterparts").stream()
                        .flatMap(cell -> Arrays.stream(cell.split(",")))
                        .map(DivisionCode::of)
                        .collect(Collectors.toSet()),
                row.optionalDate("announced"),
                row.optionalDate("effective"),
                row.optionalDate("listed"),
                Optional.empty());
    }

    @Test
    void every_change_of_a_county_is_walked() {
        assertThat(changesOfCounties()).hasSizeGreaterThan(780);
    }

    @ParameterizedTest
    @MethodSource("changesOfCounties")
    void who_lived_in_one_county_before_a_change_is_no_migrant_after_it(DivisionChange change) {
        oldAndYoung(change)
                .forEach(places ->
                        places.forEach(hukou -> places.forEach(residence -> isNoMigrant(hukou, residence, change))));
    }

    private static void isNoMigrant(DivisionRef hukou, DivisionRef residence, DivisionChange change) {
        LocalDate longBefore = change.earliest().minusYears(3);
        Set<LocalDate> after = new TreeSet<>(List.of(
                change.earliest(),
                change.surely().minusDays(1),
                change.surely(),
                change.surely().plusYears(1),
                TODAY));
        after.removeIf(change.earliest()::isAfter);
        for (LocalDate came : List.of(LONG_AGO, longBefore, change.earliest().minusDays(1))) {
            for (LocalDate on : after) {
                assertThat(Comparison.crossed(hukou, residence, came, on, DIVISIONS)
                                .apart())
                        .as("%s, %s, since %s, on %s", hukou, residence, came, on)
                        .isNotEqualTo(Apart.TWO_UNITS);
            }
        }
        assertThat(found(hukou, residence, longBefore, TODAY))
                .as("%s, %s", hukou, residence)
                .isNotEqualTo(new Outcome.Migrant(MigrantBand.COUNTY));
    }

    /** 阿图什市 (653001) and 乌恰县 (653024) gave areas to 图木舒克市 (659003), of which 草湖市 (659013) was made later. */
    @ParameterizedTest
    @CsvSource({"653001", "653024"})
    void who_lived_where_two_changes_passed_one_after_the_other_is_no_migrant_after_them(String county) {
        DivisionRef old = new DivisionRef(DivisionCode.of(county), DivisionEdition.of("202306"));
        DivisionRef young = new DivisionRef(DivisionCode.of("659013"), DIVISIONS.latest());
        for (String came : List.of("2011-01-01", "2015-01-01", "2024-05-30", "2025-01-01")) {
            for (String on : List.of("2024-12-31", "2026-04-16", "2026-04-17", "2026-06-30", "2026-11-30")) {
                isNotTwo(old, young, LocalDate.parse(came), LocalDate.parse(on), DIVISIONS);
            }
        }
        assertThat(found(old, young, LocalDate.parse("2015-01-01"), TODAY)).isInstanceOf(Outcome.Review.class);
    }

    /** 东莞市 gets a district, part of which goes on to 宝安区 of 深圳市. */
    @Test
    void who_lived_in_a_city_without_counties_before_it_had_some_is_no_migrant_after() {
        Divisions divisions = with("""
                2026-11-20,2027-07-01,,created,441902,莞城区,441900,
                2027-08-20,2027-09-01,,part,441902,莞城区,440306,
                """, LocalDate.parse("2027-10-01"));
        DivisionRef city = new DivisionRef(DivisionCode.of("441900"), DivisionEdition.of("202306"));
        for (String recorded : List.of("441902", "440306", "441900", "441900003")) {
            DivisionRef young = new DivisionRef(DivisionCode.of(recorded), divisions.latest());
            for (String on : List.of("2027-07-01", "2027-09-01", "2027-10-01")) {
                isNotTwo(city, young, LONG_AGO, LocalDate.parse(on), divisions);
            }
        }
        assertThat(Comparison.of(
                                city,
                                new DivisionRef(DivisionCode.of("330109"), divisions.latest()),
                                LocalDate.parse("2027-10-01"),
                                divisions)
                        .apart())
                .isEqualTo(Apart.TWO_UNITS);
        assertThat(Comparison.of(city, city, LocalDate.parse("2027-10-01"), divisions)
                        .apart())
                .isEqualTo(Apart.ONE_UNIT);
    }

    private static void isNotTwo(
            DivisionRef hukou, DivisionRef residence, LocalDate came, LocalDate on, Divisions divisions) {
        assertThat(Comparison.crossed(hukou, residence, came, on, divisions).apart())
                .as("%s, %s, since %s, on %s", hukou, residence, came, on)
                .isNotEqualTo(Apart.TWO_UNITS);
        assertThat(Comparison.crossed(residence, hukou, came, on, divisions).apart())
                .as("%s, %s, since %s, on %s", residence, hukou, came, on)
                .isNotEqualTo(Apart.TWO_UNITS);
    }

    /** The shipped changes, and those of {@code csv} after them. */
    private static Divisions with(String csv, LocalDate today) {
        return PublishedDivisions.read(
                (file, shipped, columns) -> {
                    List<Row> rows = new ArrayList<>(Tsv.shipped(shipped, columns));
                    if (file.equals("division-changes.tsv")) {
                        String own = String.join("\t", columns) + "\n" + csv.replace(',', '\t');
                        rows.addAll(Tsv.read(file, new StringReader(own), columns));
                    }
                    return rows;
                },
                today);
    }

    @Test
    void who_lived_in_two_townships_of_one_county_before_they_came_to_two_is_no_migrant_after() {
        LocalDate before = LocalDate.parse("2025-11-05");
        Divisions then = DIVISIONS.asOf(before);
        for (String county : List.of("500105", "500109", "500112")) {
            List<DivisionRef> townships = then.below(DivisionCode.of(county)).stream()
                    .map(Division::code)
                    .flatMap(code -> Stream.of(
                            new DivisionRef(code, then.latest()),
                            new DivisionRef(DIVISIONS.current(code), DIVISIONS.latest())))
                    .distinct()
                    .toList();
            assertThat(townships).hasSizeGreaterThan(15);
            for (LocalDate on :
                    List.of(before.plusDays(1), LocalDate.parse("2025-12-30"), LocalDate.parse("2025-12-31"), TODAY)) {
                townships.parallelStream()
                        .forEach(hukou -> townships.forEach(
                                residence -> assertThat(Comparison.crossed(hukou, residence, LONG_AGO, on, DIVISIONS)
                                                .apart())
                                        .as("%s, %s, on %s", hukou, residence, on)
                                        .isNotEqualTo(Apart.TWO_UNITS)));
            }
        }
    }

    @Test
    void a_child_recorded_under_the_old_and_the_new_code_of_its_township_has_crossed_nothing() {
        for (String[] codes : new String[][] {{"500112018", "500157010"}, {"500105001", "500157020"}}) {
            DivisionRef old = new DivisionRef(DivisionCode.of(codes[0]), DivisionEdition.of("202306"));
            DivisionRef young = new DivisionRef(DivisionCode.of(codes[1]), DIVISIONS.latest());
            for (String on : List.of("2025-11-05", "2025-11-06", "2025-12-31", "2026-11-30")) {
                assertThat(Comparison.crossed(old, young, LONG_AGO, LocalDate.parse(on), DIVISIONS)
                                .apart())
                        .as("%s on %s", codes[0], on)
                        .isEqualTo(Apart.ONE_UNIT);
            }
            assertThat(found(old, young, LONG_AGO, TODAY)).isInstanceOf(Outcome.Neither.class);
        }
    }

    /**
     * Each county there was before, under every code that may stand for a place in it: its own, alone or with one of two
     * townships, as read the day before, and those of after, as read while the change was under way and once it was listed.
     */
    private static Stream<List<DivisionRef>> oldAndYoung(DivisionChange change) {
        List<DivisionCode> counterparts =
                change.counterparts().stream().filter(NeverMovedTest::isCounty).toList();
        List<DivisionCode> one = List.of(change.code());
        List<DivisionCode> old = change.what() == What.CREATED ? counterparts : one;
        List<DivisionCode> young = change.what() == What.CREATED ? one : counterparts;
        List<DivisionRef> after = Stream.of(change.earliest(), change.surely())
                .distinct()
                .flatMap(day -> young.stream().map(code -> read(code, day)))
                .toList();
        return old.stream().map(county -> Stream.concat(
                        Stream.of("", "101", "102")
                                .map(township -> new DivisionCode(county.digits() + township))
                                .map(code -> read(code, change.earliest().minusDays(1))),
                        after.stream())
                .toList());
    }

    private static DivisionRef read(DivisionCode code, LocalDate day) {
        return new DivisionRef(code, DivisionEdition.of(day.toString()));
    }

    private static Outcome found(DivisionRef hukou, DivisionRef residence, LocalDate came, LocalDate on) {
        AChild child = inXiaoshan()
                .born(on.minusYears(10).toString())
                .registeredIn(hukou)
                .livingIn(residence)
                .since(came.toString());
        return ScreeningRules.evaluate(child.facts(), on, POLICIES).outcome();
    }

    private static boolean isCounty(DivisionCode code) {
        return code.level() == Level.COUNTY;
    }
}
