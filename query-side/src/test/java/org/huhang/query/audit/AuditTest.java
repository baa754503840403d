package org.huhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.query.api.Knowledge;
import org.huhang.query.kit.Caller;
import org.huhang.query.kit.QueriesOverHttp;
import org.huhang.query.kit.Story;
import org.huhang.query.kit.Tables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {QueriesOverHttp.class, AuditTest.Parts.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class AuditTest {

    /** The first child moves from 330109 to 330183, since renumbered 330111; the second stays in 510104. */
    private static final Story LOG = new Story()
            .on("2024-03-01")
            .recorded(registered("2024-03-01"), listed("2024-03-01", "2024-03-31"))
            .on("2024-03-20")
            .recorded(visited("2024-03-20", "2024-04-19"))
            .recordedOf(OTHER, registered("2024-03-20", "510104", "510104"))
            .on("2024-04-10")
            .recorded(moved("330183", "2024-04-01"))
            .recorded(visited("2024-04-10", "2024-05-10"));

    @Configuration
    @Import(AuditController.class)
    static class Parts {

        @Bean
        Divisions divisions() {
            return PublishedDivisions.load();
        }

        @Bean
        Tables tables() {
            Tables tables = new Tables(new AuditProjection(PublishedDivisions.load()));
            tables.catchUp(LOG);
            return tables;
        }

        @Bean
        Knowledge knowledge() {
            InstantSource clock = InstantSource.fixed(Instant.parse("2024-04-15T04:00:00Z"));
            return new Knowledge(LOG.moments(clock), clock);
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Tables tables;

    @Test
    void every_fact_has_its_entry_newest_first() {
        List<JsonNode> entries = items(inspector(), "");

        assertThat(positions(entries)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        JsonNode visit = entries.get(3);
        assertThat(visit.toString())
                .isEqualTo("{\"position\":3,\"caseId\":\"" + CHILD + "\",\"staffId\":null,\"version\":2,"
                        + "\"event\":\"HomeVisitRecorded\",\"revision\":1,\"effectiveOn\":\"2024-03-20\","
                        + "\"recordedAt\":\"2024-03-20T02:00:00Z\",\"actor\":\"o-17\",\"role\":\"COUNTY_OFFICER\","
                        + "\"jurisdiction\":\"330109\",\"requestId\":\"r-2\",\"clientRequestId\":\"their-2\",\"channel\":\"API\","
                        + "\"source\":\"import:1/2\",\"demo\":true}");
    }

    @Test
    void when_a_child_moves_the_whole_past_goes_along_and_the_office_left_keeps_what_was_its() {
        Caller left = new Caller(port, "COUNTY_OFFICER", "330109");
        Caller now = new Caller(port, "COUNTY_OFFICER", "330111");
        assertThat(positions(items(left, ""))).containsExactly(5L, 3L, 2L, 1L);
        assertThat(items(new Caller(port, "COUNTY_OFFICER", "330183"), "")).isEmpty();
        assertThat(positions(items(now, ""))).containsExactly(6L, 5L, 3L, 2L, 1L);
        assertThat(positions(items(new Caller(port, "PROVINCE_OFFICER", "640000"), "")))
                .containsExactly(6L, 5L, 3L, 2L, 1L);
        assertThat(positions(items(new Caller(port, "CITY_OFFICER", "510100"), "")))
                .containsExactly(4L);
    }

    @Test
    void as_of_before_the_move_the_list_is_that_of_before_the_move() {
        Caller left = new Caller(port, "COUNTY_OFFICER", "330109");
        Caller now = new Caller(port, "COUNTY_OFFICER", "330111");
        assertThat(positions(items(left, "knownAt=4"))).containsExactly(3L, 2L, 1L);
        assertThat(positions(items(inspector(), "knownAt=4"))).containsExactly(4L, 3L, 2L, 1L);
        assertThat(positions(items(left, "knownAt=2024-03-19"))).containsExactly(2L, 1L);
        assertThat(items(now, "knownAt=4")).isEmpty();
        assertThat(positions(items(now, "to=4"))).containsExactly(3L, 2L, 1L);
        assertThat(positions(items(now, "to=4&knownAt=5"))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void entries_are_found_by_case_actor_event_request_and_day_of_recording() {
        assertThat(positions(items(inspector(), "caseId=" + OTHER))).containsExactly(4L);
        assertThat(items(inspector(), "actor=o-17")).hasSize(6);
        assertThat(items(inspector(), "actor=o-18")).isEmpty();
        assertThat(positions(items(inspector(), "event=ChildRegistered"))).containsExactly(4L, 1L);
        assertThat(positions(items(inspector(), "requestId=r-4"))).containsExactly(5L);
        assertThat(positions(items(inspector(), "clientRequestId=their-3"))).containsExactly(4L);
        assertThat(items(inspector(), "requestId=their-3")).isEmpty();
        assertThat(positions(items(inspector(), "from=2024-03-20&to=2024-03-20")))
                .containsExactly(4L, 3L);
        assertThat(positions(items(inspector(), "to=2024-03-19"))).containsExactly(2L, 1L);
        assertThat(positions(items(inspector(), "from=2024-03-21&event=ResidenceMoved")))
                .containsExactly(5L);
    }

    @Test
    void pages_tell_every_entry_once() {
        List<JsonNode> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = inspector().get("/api/audit?limit=2" + next).json();
            page.get("items").forEach(seen::add);
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        } while (next != null && seen.size() < 10);

        assertThat(positions(seen)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void a_writer_can_ask_to_see_their_own_fact_and_is_told_how_far_the_audit_is() {
        assertThat(inspector().get("/api/audit?min-position=6").header("Huhang-Position"))
                .isEqualTo("6");
        assertThat(inspector().get("/api/audit?min-position=7").refusal())
                .isEqualTo("422 POSITION_NOT_REACHED min-position");
    }

    @Test
    void a_period_is_of_days_instants_or_positions_both_ends_included() {
        assertThat(positions(items(inspector(), "from=2&to=4"))).containsExactly(4L, 3L, 2L);
        assertThat(positions(items(inspector(), "from=2024-03-20T10:00:00%2B08:00&to=2024-04-10T01:59:59Z")))
                .containsExactly(4L, 3L);
        assertThat(positions(items(inspector(), "from=2024-03-20T02:00:00.000001Z")))
                .containsExactly(6L, 5L);
        assertThat(positions(items(inspector(), "from=3&to=2024-04-09"))).containsExactly(4L, 3L);
        assertThat(refusal("from=3&to=2")).isEqualTo("422 PERIOD_REVERSED to");
        assertThat(refusal("from=5&to=2024-03-01")).isEqualTo("422 PERIOD_REVERSED to");
        assertThat(refusal("to=7")).isEqualTo("422 POSITION_NOT_REACHED to");
        assertThat(refusal("from=2024-04-16")).isEqualTo("422 DATE_IN_THE_FUTURE from");
        assertThat(refusal("to=2024-04-15T04:00:01Z")).isEqualTo("422 DATE_IN_THE_FUTURE to");
        assertThat(refusal("from=soon")).isEqualTo("400 INVALID_DATE from");
    }

    @Test
    void an_answer_names_what_it_rests_on_and_is_given_again_as_of_that() {
        for (String asked : List.of("to=2024-03-20", "from=2&to=5", "knownAt=2024-03-20", "knownAt=4&to=2024-03-01")) {
            JsonNode answer = inspector().get("/api/audit?" + asked).json();
            String rest = asked.replaceAll("knownAt=[^&]*&?", "");
            for (String known : List.of("position", "knownAt")) {
                String moment = answer.get(known).asString();
                assertThat(inspector()
                                .get("/api/audit?" + rest + "&knownAt=" + moment)
                                .json())
                        .as(asked)
                        .isEqualTo(answer);
            }
        }
        assertThat(inspector()
                        .get("/api/audit?to=2024-03-20")
                        .json()
                        .get("position")
                        .asLong())
                .isEqualTo(6);
        assertThat(inspector()
                        .get("/api/audit?knownAt=2024-03-20")
                        .json()
                        .get("position")
                        .asLong())
                .isEqualTo(4);
        assertThat(refusal("knownAt=7")).isEqualTo("422 POSITION_NOT_REACHED knownAt");
        assertThat(refusal("knownAt=2024-04-16")).isEqualTo("422 DATE_IN_THE_FUTURE knownAt");
    }

    @Test
    void a_cursor_is_of_no_use_with_other_filters_or_from_another_reach() {
        String next = "&cursor="
                + inspector()
                        .get("/api/audit?limit=2&actor=o-17")
                        .json()
                        .get("next")
                        .stringValue();

        assertThat(positions(items(inspector(), "actor=o-17&limit=1" + next))).containsExactly(4L);
        assertThat(refusal("actor=o-18" + next)).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(refusal("limit=2" + next)).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(refusal("actor=o-17&to=3" + next)).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(refusal("actor=o-17&knownAt=3" + next)).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(new Caller(port, "CITY_OFFICER", "510100")
                        .get("/api/audit?actor=o-17" + next)
                        .refusal())
                .isEqualTo("400 INVALID_CURSOR cursor");
    }

    @Test
    void what_cannot_be_read_is_refused_by_name() {
        assertThat(refusal("caseId=17")).isEqualTo("400 INVALID_PARAMETER caseId");
        assertThat(refusal("event=ChildForgotten")).isEqualTo("400 INVALID_PARAMETER event");
        assertThat(refusal("from=2025-02-30")).isEqualTo("400 INVALID_DATE from");
        assertThat(refusal("from=2024-02-02&to=2024-02-01")).isEqualTo("422 PERIOD_REVERSED to");
        assertThat(refusal("cursor=x")).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(refusal("limit=201")).isEqualTo("400 INVALID_PARAMETER limit");
        assertThat(refusal("actor=%00")).isEqualTo("400 INVALID_PARAMETER actor");
        assertThat(refusal("min-position=one")).isEqualTo("400 INVALID_PARAMETER min-position");
        assertThat(refusal("caseid=" + OTHER)).isEqualTo("400 INVALID_PARAMETER caseid");
    }

    @Test
    void who_may_not_read_the_audit_is_told_so() {
        for (String role : List.of("CHILD_DIRECTOR", "SUPERVISOR", "ANALYST", "OPERATOR", "MINISTRY_OFFICER")) {
            assertThat(new Caller(port, role, "330111").get("/api/audit").refusal())
                    .isEqualTo("403 NOT_PERMITTED ");
        }
    }

    @Test
    void a_rebuild_from_the_log_gives_the_same_tables() {
        List<Map<String, Object>> before = rows();

        tables.rebuild(LOG);

        assertThat(rows()).isEqualTo(before).hasSize(6);
    }

    private List<Map<String, Object>> rows() {
        return tables.read("audit", db -> db.sql("SELECT * FROM fact JOIN case_scope USING (case_id) ORDER BY position")
                .query()
                .listOfRows());
    }

    private Caller inspector() {
        return new Caller(port, "INSPECTOR", "000000");
    }

    private String refusal(String query) {
        return inspector().get("/api/audit?" + query).refusal();
    }

    private static List<JsonNode> items(Caller caller, String query) {
        return StreamSupport.stream(
                        caller.get("/api/audit?" + query).json().get("items").spliterator(), false)
                .toList();
    }

    private static List<Long> positions(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.get("position").asLong()).toList();
    }
}
