package org.huhang.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.huhang.app.testing.RunningApplication.Answer;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every role, for every part of the country, at every endpoint of the running application: what it may is what the table
 * {@link Act} and its jurisdiction say.
 */
class AccessMatrixTest {

    private static final World WORLD = World.shared();
    private static final Checker CHECKER = new Checker(WORLD);

    private static final String SHOWN_BY_ITS_COMMANDS = "/{id}/{command:";

    @AfterAll
    static void no_log_line_told_anything_personal() {
        assertThat(WORLD.conversation().carelessLoggers()).isEmpty();
    }

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        assertThat(Row.unmatched(shown(), Row.all())).isEmpty();
    }

    @Test
    void no_address_below_the_api_is_left_out_of_the_documents() {
        Set<String> mapped = new TreeSet<>();
        for (HandlerMapping handlers :
                WORLD.conversation().bean(DispatcherServlet.class).getHandlerMappings()) {
            if (handlers instanceof RequestMappingHandlerMapping controllers) {
                controllers.getHandlerMethods().keySet().forEach(mapping -> mapped.addAll(mapping.getPatternValues()));
            }
        }
        Set<String> shown = new TreeSet<>();
        shown().forEach(endpoint -> shown.add(endpoint.path()));

        assertThat(mapped).anyMatch(path -> path.equals("/api/ledger"));
        mapped.removeIf(path -> !path.startsWith("/api") || path.contains(SHOWN_BY_ITS_COMMANDS));
        assertThat(shown).containsAll(mapped);
    }

    static Stream<Arguments> rowsAndRoles() {
        return Row.all().stream().flatMap(row -> tokenRoles().map(role -> Arguments.of(row, role)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("rowsAndRoles")
    void may_what_the_table_says_where_it_answers(Row row, Role role) {
        List<String> violations = new ArrayList<>();
        Caller.all(role).forEach(caller -> violations.addAll(CHECKER.violations(row, caller)));

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("rowsAndRoles")
    void nobody_comes_in_whose_role_is_not_held_at_the_level_of_the_division(Row row, Role role) {
        Attempt attempt = Attempt.by(row, WORLD).getFirst();
        for (Caller misfit : Caller.misfits(role)) {
            Answer answer = WORLD.ask(misfit, attempt.call());

            assertThat(Expected.of(row, misfit, attempt.target())).isEqualTo(Expected.ROLE_OUTSIDE_ITS_LEVEL);
            assertThat(Expected.ROLE_OUTSIDE_ITS_LEVEL.violatedBy(answer))
                    .as("%s by %s", row, misfit)
                    .isEmpty();
            assertThat(answer.response().headers().map()).doesNotContainKey("www-authenticate");
        }
    }

    static Stream<Arguments> commandsAndThoseWhoMay() {
        return Row.all().stream().filter(Row::isCommand).flatMap(row -> row.act().roles().stream()
                .filter(role -> role != Role.SYSTEM)
                .map(role -> Arguments.of(row, role)));
    }

    /** Without the version that never was, by which the matrix keeps its children as they are. */
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("commandsAndThoseWhoMay")
    void comes_to_a_decision_on_what_is_ones_own(Row row, Role role) {
        UUID theirs = row.of() == Row.Of.A_MEMBER_OF_STAFF
                ? WORLD.newDirector(Home.IN_THE_VILLAGE)
                : WORLD.newChild(Home.IN_THE_VILLAGE);
        Answer answer = WORLD.ask(new Caller(role, Region.around(role)), Attempt.call(row, theirs.toString(), WORLD));

        assertThat(answer.status()).as(answer.body()).isIn(200, 409, 422);
    }

    static Stream<Row> rows() {
        return Row.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nobody_is_let_in_without_a_token(Row row) {
        for (Attempt attempt : Attempt.by(row, WORLD)) {
            assertThat(WORLD.conversation().askWithoutToken(attempt.call()).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_wrongly_open_endpoint_is_found() {
        Row ledger = row("GET /api/ledger");
        Row close = row("POST /api/cases/{caseId}/close");
        Caller director = new Caller(Role.CHILD_DIRECTOR, Region.VILLAGE);

        assertThat(CHECKER.violations(ledger, director)).isEmpty();
        assertThat(CHECKER.violations(as(ledger, Act.READ_AUDIT), director)).hasSize(1);
        assertThat(CHECKER.violations(as(close, Act.RECORD_VISIT), director))
                .as("one for every child of the village, one for every other id")
                .hasSizeGreaterThanOrEqualTo(Home.values().length);
    }

    @Test
    void a_case_shown_to_the_wrong_county_is_found() {
        Row open = row("GET /api/cases/{caseId}");
        Caller officer = new Caller(Role.COUNTY_OFFICER, Region.COUNTY);
        Attempt.Target foreign = new Attempt.Target.AtHome(Home.IN_THE_NEXT_PROVINCE);
        Answer shown = WORLD.ask(
                officer, Attempt.call(open, WORLD.child(Home.IN_THE_VILLAGE).toString(), WORLD));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(Expected.of(open, officer, foreign).violatedBy(shown)).isPresent();
    }

    @Test
    void an_endpoint_without_a_row_is_found() {
        Set<Endpoint> more = new LinkedHashSet<>(shown());
        more.add(Endpoint.of("GET /api/everything"));

        assertThat(Row.unmatched(more, Row.all())).containsExactly("GET /api/everything");
    }

    private static Set<Endpoint> shown() {
        return Endpoint.shownBy(WORLD.ask(Caller.OPERATOR, Call.get("/openapi")).json());
    }

    private static Row row(String endpoint) {
        return Row.all().stream()
                .filter(row -> row.toString().equals(endpoint))
                .findFirst()
                .orElseThrow();
    }

    private static Row as(Row row, Act act) {
        return new Row(row.endpoint(), act, row.of(), row.query());
    }

    private static Stream<Role> tokenRoles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM);
    }
}
