package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Offices;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks every change of the tables and the days around it: what was recorded by a code, at whatever time, is within reach of
 * the offices of the units it may lie in that day, of those above them, and of no other.
 */
class ReachThroughChangesTest {

    private static final String HEADING = String.join("\t", DivisionTables.CHANGES) + "\n";

    /** 萧山区 is to be 330119, and 建德市 a part of 淳安县; when is not known yet. */
    private static final String UNDER_WAY = """
            2026-11-20,,,created,330119,新萧山区,330109,
            2026-11-20,,,abolished,330109,萧山区,330119,
            2026-11-20,,,abolished,330182,建德市,330127,
            """;

    /** 萧山区 is 330119 from 1 March 2027 on. */
    private static final String IN_FUTURE = """
            2026-11-20,2027-03-01,,created,330119,新萧山区,330109,
            2026-11-20,2027-03-01,,abolished,330109,萧山区,330119,
            """;

    private static final Map<DivisionChange, Row> CHANGES =
            DivisionTables.changes(Tsv.shipped("/divisions/changes.tsv", DivisionTables.CHANGES));
    private static final Set<DivisionCode> UNITS = units();
    private static final List<TownshipMove> MOVES = DivisionTables.moves(
            Tsv.shipped("/divisions/township-moves.tsv", DivisionTables.MOVES), new UnitHistory(recorded(), CHANGES));

    @Test
    void around_every_change_each_code_is_within_reach_of_exactly_the_offices_of_the_units_it_may_lie_in() {
        Map<LocalDate, Set<DivisionCode>> walk = new TreeMap<>();
        CHANGES.keySet().forEach(change -> around(change).forEach(day -> {
            Set<DivisionCode> codes = walk.computeIfAbsent(day, _ -> new TreeSet<>());
            codes.addAll(change.counterparts());
            codes.add(change.code());
            TownshipTable.shipped().startingWith(change.code().county().digits()).stream()
                    .limit(2)
                    .map(Division::code)
                    .forEach(codes::add);
        }));
        MOVES.forEach(move -> around(move.change()).forEach(day -> {
            Set<DivisionCode> codes = walk.computeIfAbsent(day, _ -> new TreeSet<>());
            codes.add(move.change().code());
            move.newCode().ifPresent(codes::add);
        }));
        assertThat(walk).hasSizeGreaterThan(200);
        walk.entrySet().parallelStream().forEach(around -> {
            LocalDate day = around.getKey();
            Map<DivisionCode, Reach.Scopes> offices = new HashMap<>();
            Divisions divisions = PublishedDivisions.load().asOf(day);
            around.getValue().stream()
                    .filter(divisions::isCountyOrFiner)
                    .forEach(code -> verify(code, divisions, day, offices));
        });
    }

    @ParameterizedTest
    @CsvSource({"2014-06-30", "2025-11-20", "2026-11-30"})
    void no_code_is_ever_out_of_everybodys_reach(LocalDate day) {
        Map<DivisionCode, Reach.Scopes> offices = new HashMap<>();
        Divisions divisions = PublishedDivisions.load().asOf(day);
        Stream.concat(UNITS.stream().filter(divisions::isCountyOrFiner), inZonesOfOneCounty())
                .forEach(code -> verify(code, divisions, day, offices));
    }

    /** Codes of the statistical list of which the tables name the county, and those of townships there. */
    private static Stream<DivisionCode> inZonesOfOneCounty() {
        return DivisionTables.statistical(
                        Tsv.shipped("/divisions/statistical.tsv", DivisionTables.STATISTICAL),
                        new UnitHistory(recorded(), CHANGES))
                .entrySet()
                .stream()
                .filter(zone -> zone.getValue().county().isPresent())
                .map(zone -> zone.getKey())
                .flatMap(zone -> Stream.concat(
                        Stream.of(zone),
                        TownshipTable.shipped().startingWith(zone.digits()).stream()
                                .map(Division::code)));
    }

    @Test
    void an_officer_reaches_who_lives_in_a_zone_that_the_tables_name_the_county_of() {
        Divisions divisions = PublishedDivisions.load();
        DivisionCode yongxing = code("460321451");
        assertThat(inZonesOfOneCounty()).contains(yongxing);
        assertThat(Reach.of(code("460302"), divisions).covers(yongxing)).isTrue();
        assertThat(Reach.of(code("460303"), divisions).covers(yongxing)).isFalse();
        assertThat(Reach.of(yongxing, divisions).covers(yongxing)).isTrue();
        assertThat(divisions.current(yongxing)).isEqualTo(yongxing);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19, 330109, 330109",
        "2026-11-20, 330109, 330109 330119",
        "2026-11-20, 330119, 330109 330119",
        "2026-11-20, 330109102, 330109 330119",
        "2026-11-20, 330182, 330127 330182",
        "2026-11-20, 330127, 330127",
        "2027-11-20, 330182, 330127 330182"
    })
    void while_a_change_is_under_way_those_before_and_those_after_reach_what_is_recorded(
            LocalDate day, String recorded, String expected) {
        Divisions divisions = with(UNDER_WAY, day);

        assertThat(reaching(code(recorded), divisions, "33")).containsExactlyInAnyOrder(expected.split(" "));
        assertThat(divisions.affiliation(code(recorded)).scope())
                .as("listed as recorded while nobody knows")
                .isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-28, 330109, 330109, 330109",
        "2027-02-28, 330119, 330109, 330109",
        "2027-02-28, 330109102, 330109, 330109102",
        "2027-03-01, 330109, 330119, 330119",
        "2027-03-01, 330119, 330119, 330119",
        "2027-03-01, 330109102, 330119, 330119/330109102",
        "2027-03-01, 330109102201, 330119, 330119/330109102201"
    })
    void before_the_day_of_effect_the_old_county_reaches_a_case_and_from_the_day_on_the_new_one(
            LocalDate day, String recorded, String county, String scope) {
        Divisions divisions = with(IN_FUTURE, day);

        assertThat(reaching(code(recorded), divisions, "33")).containsExactly(county);
        assertThat(divisions.affiliation(code(recorded)).scope()).isEqualTo(scope);
    }

    @Test
    void an_officer_whose_county_is_being_absorbed_reaches_nothing_of_the_one_that_absorbs_it() {
        Divisions divisions = with(UNDER_WAY, LocalDate.parse("2026-11-30"));
        Jurisdiction held = new Offices(divisions).held(Role.COUNTY_OFFICER, Jurisdiction.of("330182"));

        assertThat(Reach.of(held, divisions).covers(code("330182"))).isTrue();
        assertThat(Reach.of(held, divisions).covers(code("330127"))).isFalse();
    }

    @Test
    void a_townships_office_goes_on_under_its_code_whatever_county_it_came_to() {
        for (LocalDate day :
                List.of(LocalDate.parse("2025-11-05"), LocalDate.parse("2025-11-20"), LocalDate.parse("2026-11-30"))) {
            Divisions divisions = PublishedDivisions.load().asOf(day);
            for (TownshipMove move : MOVES) {
                DivisionCode township = move.change().code();
                Jurisdiction held = new Offices(divisions).held(Role.SUPERVISOR, Jurisdiction.of(township.digits()));
                Reach reach = Reach.of(held, divisions);
                assertThat(reach.covers(township)).isTrue();
                move.newCode().ifPresent(code -> assertThat(reach.covers(code)).isTrue());
                assertThat(reach.covers(village(township, 201))).isTrue();
                assertThat(MOVES.stream().map(other -> other.change().code()).filter(other -> reach.covers(other)))
                        .containsExactly(township);
                Reach ofVillage = Reach.of(
                        new Offices(divisions)
                                .held(
                                        Role.CHILD_DIRECTOR,
                                        Jurisdiction.of(village(township, 201).digits())),
                        divisions);
                assertThat(ofVillage.covers(village(township, 201))).isTrue();
                assertThat(ofVillage.covers(village(township, 202))).isFalse();
            }
        }
        Divisions renumbered = with(IN_FUTURE, LocalDate.parse("2027-03-01"));
        Jurisdiction held = new Offices(renumbered).held(Role.SUPERVISOR, Jurisdiction.of("330109102"));
        assertThat(Reach.of(held, renumbered).covers(code("330109102201"))).isTrue();
        assertThat(Reach.of(held, renumbered).covers(code("330119"))).isFalse();
    }

    /** @param offices of the day, as far as they have been asked for */
    private static void verify(
            DivisionCode recorded, Divisions divisions, LocalDate day, Map<DivisionCode, Reach.Scopes> offices) {
        Location there = divisions.locate(
                new DivisionRef(recorded, PublishedDivisions.load().latest()), day);
        Set<DivisionCode> possible = new TreeSet<>(there.before().likely());
        possible.addAll(there.after().likely());
        assertThat(possible).as("%s on %s", recorded, day).isNotEmpty();

        Set<DivisionCode> expected = new TreeSet<>();
        Set<DivisionCode> reaching = new TreeSet<>();
        for (DivisionCode office : near(recorded, possible)) {
            if (divisions.standing(office) instanceof Standing.InForce) {
                if (possible.stream().anyMatch(office::covers)) {
                    expected.add(office);
                }
                boolean reaches = Reach.of(office, divisions).covers(recorded);
                if (reaches) {
                    reaching.add(office);
                }
                Reach.Scopes listed = offices.computeIfAbsent(
                        office, it -> Reach.of(it, divisions).scopes());
                assertThat(listed.include(divisions.affiliation(recorded).scope()))
                        .as("lists of %s show %s on %s", office, recorded, day)
                        .isEqualTo(reaches);
                assertThat(listed.include(recorded.digits()))
                        .as("and so do rows that were made by tables without the change")
                        .isEqualTo(reaches);
            }
        }
        assertThat(reaching).as("%s on %s", recorded, day).isEqualTo(expected).containsAll(possible);
    }

    /** Of the provinces in question: codes of others begin otherwise. */
    private static Collection<DivisionCode> near(DivisionCode recorded, Set<DivisionCode> possible) {
        Set<String> provinces = Stream.concat(Stream.of(recorded), possible.stream())
                .map(code -> code.province().prefix())
                .collect(Collectors.toSet());
        return UNITS.stream()
                .filter(code -> provinces.contains(code.province().prefix()))
                .toList();
    }

    private static Set<String> reaching(DivisionCode recorded, Divisions divisions, String province) {
        return Stream.concat(UNITS.stream(), Stream.of(code("330119")))
                .filter(office -> office.digits().startsWith(province) && office.level() == DivisionCode.Level.COUNTY)
                .filter(office -> divisions.standing(office) instanceof Standing.InForce)
                .filter(office -> Reach.of(office, divisions).covers(recorded))
                .map(DivisionCode::digits)
                .collect(Collectors.toSet());
    }

    private static Set<LocalDate> around(DivisionChange change) {
        Set<LocalDate> days = new LinkedHashSet<>();
        days.add(change.earliest().minusDays(1));
        days.add(change.earliest());
        days.add(change.surely().minusDays(1));
        days.add(change.surely());
        return days;
    }

    private static Set<DivisionCode> units() {
        Set<DivisionCode> codes = new TreeSet<>(recorded().keySet());
        CHANGES.keySet().forEach(change -> codes.add(change.code()));
        return codes;
    }

    private static Map<DivisionCode, String> recorded() {
        return DivisionTables.units(Tsv.shipped("/divisions/units-201012.tsv", DivisionTables.UNITS));
    }

    private static Divisions with(String csv, LocalDate today) {
        String rows = Stream.concat(
                                Stream.of(HEADING),
                                Tsv.shipped("/divisions/changes.tsv", DivisionTables.CHANGES).stream()
                                        .map(row -> String.join("\t", row.cells()) + "\n"))
                        .reduce("", String::concat)
                + csv.replace(',', '\t');
        return PublishedDivisions.read(
                (file, shipped, columns) -> file.equals("division-changes.tsv")
                        ? Tsv.read(file, new StringReader(rows), columns)
                        : Tsv.shipped(shipped, columns),
                today);
    }

    private static DivisionCode village(DivisionCode township, int number) {
        return code(township.digits() + number);
    }

    private static DivisionCode code(String digits) {
        return DivisionCode.of(digits);
    }
}
