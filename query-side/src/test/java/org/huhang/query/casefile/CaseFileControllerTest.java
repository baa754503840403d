package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.PersonalValue;
import org.huhang.query.api.Knowledge;
import org.huhang.query.kit.Caller;
import org.huhang.query.kit.Caller.Reply;
import org.huhang.query.kit.QueriesOverHttp;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {QueriesOverHttp.class, CaseFileControllerTest.Parts.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "server.address=127.0.0.1")
class CaseFileControllerTest {

    private static final String CASE = "/api/cases/" + CHILD;

    @Configuration
    @Import({CaseFileController.class, CaseFiles.class})
    static class Parts {

        @Bean
        Story log() {
            return new Story()
                    .on("2024-03-01")
                    .recorded(registered("2024-03-01"), listed("2024-03-01", "2024-03-31"))
                    .on("2024-03-20")
                    .recorded(visited("2024-03-20", "2024-04-19"))
                    .recordedOf(OTHER, registered("2024-03-20", "330109102", "640104"))
                    .on("2024-04-02")
                    .recorded(merged(CHILD, OTHER, "2024-04-02"))
                    .recordedOf(OTHER, merged(CHILD, OTHER, "2024-04-02"))
                    .on("2024-04-10")
                    .recorded(moved("330183", "2024-04-01"));
        }

        /** 富阳市 330183 became 富阳区 330111 in 2014. */
        @Bean
        Divisions divisions() {
            return PublishedDivisions.load();
        }

        @Bean
        Policies policies() {
            return PolicyBook::published;
        }

        @Bean
        Clock clock() {
            return new Clock();
        }

        @Bean
        Knowledge knowledge(Story log, Clock clock) {
            return new Knowledge(log.moments(clock), clock);
        }
    }

    static final class Clock implements InstantSource {

        private Instant now = Instant.parse("2024-04-10T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    @Test
    void the_case_now_is_shown_with_its_version_its_position_and_its_names() {
        Reply reply = officer().get(CASE);

        assertThat(reply.status()).isEqualTo(200);
        String calendar = WorkingDays.published().fingerprint();
        assertThat(reply.header("Huhang-Tables")).endsWith(", calendar-" + calendar);
        assertThat(reply.header("ETag"))
                .isEqualTo("\"4.%s-%s-20240410\""
                        .formatted(
                                reply.header("Huhang-Tables").replace(", calendar-", "-"),
                                PolicyBook.published().agesFingerprint()));
        assertThat(reply.header("Huhang-Position")).isEqualTo("7");
        JsonNode state = reply.json().get("state");
        assertThat(state.at("/identity/name").stringValue()).isEqualTo("李明");
        assertThat(state.at("/residence/division/code").stringValue()).isEqualTo("330183");
        assertThat(state.at("/residence/division/name").stringValue()).isEqualTo("浙江省杭州市富阳市");
        assertThat(state.at("/absorbed/0/caseId").stringValue()).isEqualTo(OTHER.toString());
        assertThat(reply.response().body()).doesNotContain(PersonalValue.MASK);
    }

    @Test
    void an_unchanged_case_is_not_sent_again_until_the_next_day() {
        try {
            String tag = officer().get(CASE).header("ETag");
            String four = tag.substring(1, tag.length() - 1);
            for (String form :
                    List.of("\"%s\"", "W/\"%s\"", "\"%s-gzip\"", "W/\"%s-br\"", "\"1\", \"%s--gzip\"", "*")) {
                String seen = form.formatted(four);
                Reply unchanged = officer().get(CASE, "If-None-Match", seen);
                assertThat(unchanged.status()).as(seen).isEqualTo(304);
                assertThat(unchanged.response().body()).isEmpty();
                assertThat(unchanged.header("ETag")).isEqualTo(tag);
            }
            for (String other : List.of("\"3\"", "\"4\"", "\"4.202412-0ther\"", tag.replace("\"4", "\"3"))) {
                assertThat(officer().get(CASE, "If-None-Match", other).status())
                        .as(other)
                        .isEqualTo(200);
            }
            clock.now = Instant.parse("2024-04-20T08:00:00Z");
            Reply overdue = officer().get(CASE, "If-None-Match", tag);
            assertThat(overdue.status()).isEqualTo(200);
            assertThat(overdue.header("ETag")).isEqualTo(tag.replace("20240410", "20240420"));
            assertThat(overdue.json().get("overdueDays").asInt()).isEqualTo(1);
            assertThat(overdue.json().at("/alerts/0/code").stringValue()).isEqualTo("VISIT_OVERDUE");
        } finally {
            clock.now = Instant.parse("2024-04-10T08:00:00Z");
        }
    }

    @Test
    void what_is_due_in_the_case_names_the_last_working_day_by_then() {
        JsonNode due = officer().get(CASE).json().get("due");

        assertThat(due.toString())
                .isEqualTo("[{\"kind\":\"HOME_VISIT\",\"day\":\"2024-04-19\","
                        + "\"lastWorkingDay\":{\"day\":\"2024-04-19\",\"provisional\":false}}]");
        assertThat(officer().get("/api/cases/" + OTHER).json().get("due")).isEmpty();
    }

    @Test
    void an_absorbed_case_tells_its_survivor() {
        JsonNode lifecycle = officer().get("/api/cases/" + OTHER).json().at("/state/lifecycle");

        assertThat(lifecycle.get("status").stringValue()).isEqualTo("ABSORBED");
        assertThat(lifecycle.get("survivor").stringValue()).isEqualTo(CHILD.toString());
    }

    @Test
    void an_unknown_a_foreign_and_an_impossible_case_are_equally_unknown() {
        for (String address : List.of("", "/history", "/replay?knownAt=1")) {
            for (String id : List.of(UUID.randomUUID().toString(), "330109", "1-1-1-1-1", "%00")) {
                assertThat(officer().get("/api/cases/" + id + address).status())
                        .as(id)
                        .isBetween(400, 404);
            }
            assertThat(officer()
                            .get("/api/cases/" + UUID.randomUUID() + address)
                            .refusal())
                    .isEqualTo("404 CASE_NOT_FOUND ");
            assertThat(officer().get("/api/cases/330109" + address).refusal()).isEqualTo("404 CASE_NOT_FOUND ");
            assertThat(new Caller(port, "COUNTY_OFFICER", "330106")
                            .get(CASE + address)
                            .refusal())
                    .isEqualTo("404 CASE_NOT_FOUND ");
        }
    }

    @Test
    void whose_child_it_is_today_reads_all_of_the_past_and_whose_it_was_what_they_knew_then() {
        Caller whereTheChildLivedThen = new Caller(port, "COUNTY_OFFICER", "330109");
        Caller whereTheChildLivesNow = new Caller(port, "COUNTY_OFFICER", "330111");
        Caller underItsOldNumber = new Caller(port, "COUNTY_OFFICER", "330183");

        String then = CASE + "/replay?knownAt=2024-03-02";
        for (String ofNow :
                List.of("", "/history", "/replay?effectiveAt=2024-03-02", "/history?knownAt=7", "/replay?knownAt=7")) {
            assertThat(whereTheChildLivedThen.get(CASE + ofNow).status())
                    .as(ofNow)
                    .isEqualTo(404);
        }
        assertThat(underItsOldNumber.get(then).status()).isEqualTo(404);
        assertThat(whereTheChildLivedThen
                        .get(CASE + "/history?knownAt=2024-03-02")
                        .json()
                        .get("items"))
                .hasSize(2);
        JsonNode known = whereTheChildLivedThen.get(then).json();
        assertThat(known.get("changedSince").isNull()).isTrue();
        for (String same : List.of("state", "facts", "position", "knownAt")) {
            assertThat(known.get(same))
                    .isEqualTo(whereTheChildLivesNow.get(then).json().get(same));
        }
        assertThat(whereTheChildLivesNow
                        .get(then)
                        .json()
                        .at("/state/residence/division/code")
                        .stringValue())
                .isEqualTo("330109101");
    }

    @Test
    void a_role_that_may_not_is_told_so_before_anything_is_looked_up() {
        String unknown = "/api/cases/" + UUID.randomUUID();
        assertThat(new Caller(port, "ANALYST", "000000").get(unknown).refusal()).isEqualTo("403 NOT_PERMITTED ");
        assertThat(new Caller(port, "CHILD_DIRECTOR", "330111001001")
                        .get(unknown + "/history")
                        .refusal())
                .isEqualTo("403 NOT_PERMITTED ");
        assertThat(new Caller(port, "SUPERVISOR", "330111001")
                        .get(unknown + "/replay")
                        .refusal())
                .isEqualTo("403 NOT_PERMITTED ");
    }

    @Test
    void the_history_tells_every_fact_once_page_by_page_with_what_it_did() {
        List<JsonNode> facts = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = officer().get(CASE + "/history?limit=2" + next).json();
            page.get("items").forEach(facts::add);
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        } while (next != null && facts.size() < 10);

        assertThat(facts.stream().map(fact -> fact.get("version").asInt())).containsExactly(0, 1, 2, 0, 3, 4);
        assertThat(facts.get(3).get("caseId").stringValue()).isEqualTo(OTHER.toString());
        JsonNode visit = facts.get(2);
        assertThat(visit.get("name").stringValue()).isEqualTo("HomeVisitRecorded");
        assertThat(visit.at("/content/seen").stringValue()).isEqualTo("家中整洁");
        assertThat(visit.at("/by/actor").stringValue()).isEqualTo("o-17");
        assertThat(visit.at("/by/jurisdiction").stringValue()).isEqualTo("330109");
        assertThat(visit.at("/by/demo").asBoolean()).isTrue();
        assertThat(visit.at("/by/source").stringValue()).isEqualTo("import:1/2");
        assertThat(visit.get("changes").findValuesAsString("path"))
                .containsExactly("keyCare.nextVisitDue", "keyCare.lastVisit");
        assertThat(facts.get(4).toString()).contains(OTHER.toString());
    }

    @Test
    void the_history_as_of_a_moment_goes_on_page_by_page_as_of_that_moment() {
        for (String moment : List.of("2024-04-05", "6", "2024-04-09T00:00:00Z")) {
            String asOf = CASE + "/history?limit=2&knownAt=" + moment;
            JsonNode first = officer().get(asOf).json();
            Reply second = officer().get(asOf + "&cursor=" + first.get("next").stringValue());

            assertThat(second.status()).as(moment).isEqualTo(200);
            assertThat(second.json().get("position")).isEqualTo(first.get("position"));
            assertThat(second.json().get("items").size()).isEqualTo(2);
        }
    }

    @Test
    void a_replay_tells_what_was_known_and_what_came_since() {
        JsonNode replay = officer().get(CASE + "/replay?knownAt=2024-04-05").json();

        assertThat(replay.get("known").asBoolean()).isTrue();
        assertThat(replay.get("version").asInt()).isEqualTo(3);
        assertThat(replay.at("/asked/knownAtMeans").stringValue()).isEqualTo("END_OF_DAY");
        assertThat(replay.at("/state/residence/division/code").stringValue()).isEqualTo("330109102");
        assertThat(replay.get("facts")).hasSize(5);
        assertThat(replay.get("changedSince")).singleElement().satisfies(later -> {
            assertThat(later.at("/because/0").stringValue()).isEqualTo("RECORDED_LATER");
            assertThat(later.at("/fact/changes").findValuesAsString("path"))
                    .contains("residence.division.code", "residence.since");
        });
        assertThat(officer()
                        .get(CASE + "/replay?effectiveAt=2024-04-05")
                        .json()
                        .at("/state/residence/division/code")
                        .stringValue())
                .isEqualTo("330183");
    }

    @Test
    void case_history_and_replay_name_what_they_rest_on_and_are_told_again_as_of_that() {
        JsonNode now = officer().get(CASE).json();
        assertThat(now.get("position").longValue()).isEqualTo(7);
        assertThat(now.get("knownAt").stringValue()).isEqualTo("2024-04-10T02:00:00Z");

        JsonNode then = officer().get(CASE + "/history?knownAt=2024-04-05").json();
        assertThat(then.get("position").longValue()).isEqualTo(5);
        assertThat(then.get("knownAt").stringValue()).isEqualTo("2024-04-02T02:00:00Z");
        assertThat(then.get("items")).hasSize(5);
        JsonNode replay = officer().get(CASE + "/replay?knownAt=2024-04-05").json();
        assertThat(replay.get("position").longValue()).isEqualTo(5);
        for (String moment : List.of("5", "2024-04-02T02:00:00Z", "2024-04-10T01:59:59.999999Z")) {
            assertThat(officer().get(CASE + "/history?knownAt=" + moment).json())
                    .isEqualTo(then);
            assertThat(officer().get(CASE + "/replay?knownAt=" + moment).json().get("state"))
                    .isEqualTo(replay.get("state"));
        }
    }

    @Test
    void a_case_not_yet_known_then_is_said_to_be_unknown() {
        JsonNode replay = officer().get(CASE + "/replay?knownAt=2024-02-29").json();

        assertThat(replay.get("known").asBoolean()).isFalse();
        assertThat(replay.get("state").isNull()).isTrue();
        assertThat(replay.get("version").isNull()).isTrue();
        assertThat(replay.get("facts")).isEmpty();
        assertThat(replay.get("changedSince")).hasSize(6);
    }

    @Test
    void a_replay_says_which_time_it_means() {
        assertThat(officer().get(CASE + "/replay").refusal()).isEqualTo("400 MISSING_FIELD knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=2024-02-30").refusal()).isEqualTo("400 INVALID_DATE knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=").refusal()).isEqualTo("400 INVALID_DATE knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=99999999999999999999").refusal())
                .isEqualTo("400 INVALID_DATE knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=8").refusal()).isEqualTo("422 POSITION_NOT_REACHED knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=2024-04-10T08:00:01Z").refusal())
                .isEqualTo("422 DATE_IN_THE_FUTURE knownAt");
        assertThat(officer().get(CASE + "/replay?knownAt=2024-04-11").refusal())
                .isEqualTo("422 DATE_IN_THE_FUTURE knownAt");
        assertThat(officer().get(CASE + "/replay?effectiveAt=2024-04-11").refusal())
                .isEqualTo("422 DATE_IN_THE_FUTURE effectiveAt");
        assertThat(officer().get(CASE + "/history?min-position=8").refusal())
                .isEqualTo("422 POSITION_NOT_REACHED min-position");
        assertThat(officer().get(CASE + "/replay?effectiveAt=yesterday").refusal())
                .isEqualTo("400 INVALID_DATE effectiveAt");
    }

    @Test
    void a_parameter_nobody_knows_or_given_twice_is_refused_by_name() {
        assertThat(officer().get(CASE + "/replay?knowAt=2024-02-29").refusal())
                .isEqualTo("400 INVALID_PARAMETER knowAt");
        assertThat(officer().get(CASE + "/history?limit=1&limit=2").refusal()).isEqualTo("400 INVALID_PARAMETER limit");
        assertThat(officer().get(CASE + "?%E6%9D%8E%E6%98%8E=1").refusal()).isEqualTo("400 INVALID_PARAMETER ?");
        assertThat(officer().get(CASE + "/history?cursor=abc").refusal()).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(officer().get(CASE + "/history?limit=0").refusal()).isEqualTo("400 INVALID_PARAMETER limit");
    }

    private Caller officer() {
        return new Caller(port, "COUNTY_OFFICER", "640104");
    }
}
