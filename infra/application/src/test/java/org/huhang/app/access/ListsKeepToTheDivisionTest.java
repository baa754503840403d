package org.huhang.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a list, a number or the facts behind it show, to every role that may read them, for every part of the country. */
class ListsKeepToTheDivisionTest {

    private static final World WORLD = World.shared();
    private static final String FAR = "dueBefore=" + Bodies.today().plusYears(20);
    private static final String MONTH = "month=" + Bodies.today().toString().substring(0, 7);
    private static final Caller NATIONAL_ANALYST = new Caller(Role.ANALYST, Region.NATION);

    @AfterAll
    static void no_log_line_told_anything_personal() {
        assertThat(WORLD.conversation().carelessLoggers()).isEmpty();
    }

    static Stream<Caller> ledgerReaders() {
        return callers(Act.READ_LEDGER);
    }

    @ParameterizedTest
    @MethodSource("ledgerReaders")
    void the_ledger_shows_the_children_of_the_division_and_no_other(Caller caller) {
        keepsToTheDivision(caller, "/api/ledger");
    }

    static Stream<Caller> worklistReaders() {
        return callers(Act.READ_WORKLIST);
    }

    @ParameterizedTest
    @MethodSource("worklistReaders")
    void the_worklist_shows_the_children_of_the_division_and_no_other(Caller caller) {
        keepsToTheDivision(caller, "/api/worklist");
    }

    private static void keepsToTheDivision(Caller caller, String list) {
        String address = list + "?limit=200&" + (list.endsWith("worklist") ? FAR + "&" : "") + caughtUp();
        List<JsonNode> all = WORLD.all(caller, address);

        assertThat(WORLD.shown(all)).isEqualTo(WORLD.childrenOf(caller.region()));
        assertThat(all).allMatch(item -> caller.answersFor(code(item, "residence"), code(item, "hukou")));
        for (Region asked : Region.values()) {
            if (asked != Region.NATION) {
                Set<UUID> both = new HashSet<>(WORLD.childrenOf(caller.region()));
                both.retainAll(WORLD.childrenOf(asked));
                assertThat(WORLD.shown(WORLD.all(caller, address + "&division=" + asked.code())))
                        .as("asked for %s", asked)
                        .isEqualTo(both);
            }
        }
    }

    static Stream<Caller> staffReaders() {
        return callers(Act.READ_STAFF);
    }

    @ParameterizedTest
    @MethodSource("staffReaders")
    void the_list_of_staff_shows_those_of_the_division_and_no_other(Caller caller) {
        String address = "/api/staff?limit=200&" + caughtUp();
        List<JsonNode> all = WORLD.all(caller, address);

        assertThat(WORLD.directorsShown(all)).isEqualTo(WORLD.directorsOf(caller.region()));
        assertThat(all).allMatch(item -> item.path("areas").valueStream().anyMatch(area -> caller.region()
                .covers(area.path("code").asString())));
        for (Region asked : Region.values()) {
            if (asked != Region.NATION) {
                Set<UUID> both = new HashSet<>(WORLD.directorsOf(caller.region()));
                both.retainAll(WORLD.directorsOf(asked));
                assertThat(WORLD.directorsShown(WORLD.all(caller, address + "&division=" + asked.code())))
                        .as("asked for %s", asked)
                        .isEqualTo(both);
            }
        }
    }

    static Stream<Caller> auditReaders() {
        return callers(Act.READ_AUDIT);
    }

    @ParameterizedTest
    @MethodSource("auditReaders")
    void the_audit_shows_the_children_of_the_division_and_no_other(Caller caller) {
        assertThat(WORLD.shown(WORLD.all(caller, "/api/audit?limit=200&" + caughtUp())))
                .isEqualTo(WORLD.childrenOf(caller.region()));
        for (Home home : Home.values()) {
            UUID child = WORLD.child(home);
            assertThat(WORLD.all(caller, "/api/audit?caseId=" + child + "&" + caughtUp())
                            .isEmpty())
                    .as("%s asks for a child %s", caller, home)
                    .isEqualTo(!WORLD.childrenOf(caller.region()).contains(child));
        }
    }

    static Stream<Caller> statisticsReaders() {
        return callers(Act.READ_STATISTICS);
    }

    /** A number for a division must be the nation's, narrowed to it: by the reader's jurisdiction or by what was asked. */
    @ParameterizedTest
    @MethodSource("statisticsReaders")
    void numbers_count_the_children_of_the_division_and_no_other(Caller caller) {
        for (String place : List.of("residence", "hukou")) {
            for (String level : List.of("province", "prefecture", "county", "township", "village")) {
                String address = "/api/statistics/counts?by=status,sex,age-band&" + MONTH + "&level=" + level
                        + "&place=" + place + "&" + caughtUp();
                assertThat(cells(caller, address)).isEqualTo(cells(NATIONAL_ANALYST, address + division(caller)));
                if (caller.region() == Region.COUNTY) {
                    assertThat(cells(caller, address).toString()).doesNotContain("\"63", "\"65", "\"620103");
                    assertThat(cells(caller, address).size()).isPositive();
                    assertThat(cells(caller, address + "&division=" + Region.COUNTY_OF_THE_NEXT_PROVINCE.code()))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("statisticsReaders")
    void the_matrix_of_provinces_counts_the_children_of_the_division_and_no_other(Caller caller) {
        String address = "/api/statistics/matrix?" + MONTH + "&" + caughtUp();
        JsonNode mine = cells(caller, address);

        assertThat(mine).isEqualTo(cells(NATIONAL_ANALYST, address + division(caller)));
        assertThat(flows(mine).contains("63<65")).isEqualTo(caller.region().covers(Home.NEXT_PROVINCE));
        assertThat(flows(mine).contains("62<63"))
                .isEqualTo(WORLD.childrenOf(caller.region()).contains(WORLD.child(Home.LIVES_HERE_REGISTERED_AWAY)));
    }

    @ParameterizedTest
    @MethodSource("statisticsReaders")
    void the_facts_behind_a_number_are_of_the_children_it_counts(Caller caller) {
        for (String measure : List.of("on-file", "key-care", "temporary-care")) {
            String address = "/api/statistics/evidence?limit=200&" + MONTH + "&measure=" + measure + "&" + caughtUp();
            if (!Act.READ_CASE.roles().contains(caller.role())) {
                showsAsMuchAsToAnInspectorButNoCase(caller, address);
                continue;
            }
            for (String place : List.of("residence", "hukou")) {
                Set<UUID> counted = Arrays.stream(Home.values())
                        .filter(home -> caller.region().covers(place.equals("hukou") ? home.hukou() : home.residence()))
                        .map(WORLD::child)
                        .collect(Collectors.toSet());
                assertThat(WORLD.shown(WORLD.all(caller, address + "&place=" + place)))
                        .as("%s by %s", measure, place)
                        .isEqualTo(counted);
            }
            assertThat(WORLD.shown(WORLD.all(caller, address + "&residence=630000&hukou=650000")))
                    .isEqualTo(WORLD.childrenOf(caller.region()).contains(between()) ? Set.of(between()) : Set.of());
        }
    }

    private static void showsAsMuchAsToAnInspectorButNoCase(Caller caller, String address) {
        Caller inspector = new Caller(Role.INSPECTOR, caller.region());
        for (String cell : List.of("&place=residence", "&place=hukou", "&residence=630000&hukou=650000")) {
            List<JsonNode> facts = WORLD.all(caller, address + cell);
            assertThat(facts).hasSameSizeAs(WORLD.all(inspector, address + cell));
            assertThat(facts).noneMatch(fact -> fact.hasNonNull("caseId") || fact.hasNonNull("position"));
        }
    }

    static Stream<Caller> importers() {
        return callers(Act.IMPORT);
    }

    @ParameterizedTest
    @MethodSource("importers")
    void an_officer_sees_the_imports_of_the_division_and_no_other(Caller officer) {
        Answer recent = WORLD.ask(officer, Call.get("/api/imports"));
        assertThat(recent.status()).isEqualTo(200);
        for (Region submitter : List.of(Region.COUNTY, Region.COUNTY_OF_THE_NEXT_PROVINCE)) {
            assertThat(recent.body().contains(WORLD.importOf(submitter).toString()))
                    .as("%s sees an import by %s", officer, submitter)
                    .isEqualTo(officer.region().covers(submitter.code()));
        }
    }

    private static Stream<Caller> callers(Act act) {
        return act.roles().stream()
                .filter(role -> role != Role.SYSTEM)
                .sorted()
                .flatMap(role -> Caller.all(role).stream());
    }

    private static UUID between() {
        return WORLD.child(Home.BETWEEN_TWO_OTHER_PROVINCES);
    }

    private static String caughtUp() {
        return "min-position=" + WORLD.position();
    }

    private static String division(Caller caller) {
        return caller.region() == Region.NATION
                ? ""
                : "&division=" + caller.region().code();
    }

    private static JsonNode cells(Caller caller, String address) {
        Answer answer = WORLD.ask(caller, Call.get(address));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("cells");
    }

    /** Provinces of residence and of registration, e.g. {@code 62<63}. */
    private static Set<String> flows(JsonNode cells) {
        Set<String> flows = new HashSet<>();
        cells.forEach(flow -> flows.add(code(flow, "residence").substring(0, 2) + "<"
                + code(flow, "hukou").substring(0, 2)));
        return flows;
    }

    private static String code(JsonNode item, String place) {
        return item.path(place).path("code").asString();
    }
}
