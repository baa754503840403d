package org.huhang.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.corrected;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.migrantEnded;
import static org.huhang.query.kit.Happenings.moved;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.reopened;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.kit.Bearings;
import org.huhang.query.kit.Caller;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Served;
import org.huhang.query.kit.Story;
import org.huhang.query.worklist.AgeOuts.AgeOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Read on 2024-06-01. The child, born 2012-05-20, lives in 330109101 and is registered in 640104. */
class WorklistTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-06-01T01:00:00Z"));
    private static final CaseEvent REGISTERED = registered("2024-01-10");
    private static final LocalDate SIXTEEN = LocalDate.parse("2028-05-20");

    private static ReadModelKit tables;
    private static Served served;

    @BeforeAll
    static void serve() {
        tables = ReadModelKit.empty(new WorklistProjection(PublishedDivisions.load(), PolicyBook::published));
        served = Served.of(WorklistController.class, tables, PublishedDivisions.load(), CLOCK);
    }

    @BeforeEach
    void forget() {
        tables.clear();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void just_the_facts_that_have_their_mark_change_the_worklist() {
        Bearings.areThoseOf(new WorklistProjection(PublishedDivisions.load(), PolicyBook::published));
    }

    @Test
    void what_is_due_within_thirty_days_is_shown_with_the_most_overdue_first() {
        tables.follow(new Story()
                .recorded(REGISTERED, listed("2024-02-01", "2024-07-01"))
                .recordedOf(OTHER, REGISTERED, migrant("2024-01-20", "2024-05-22")));
        assertThat(tasks(""))
                .containsExactly("RECONFIRM_SCREENING 2024-05-22 overdue 10", "VISIT_DUE 2024-07-01 overdue 0");
        assertThat(tasks("?dueBefore=2024-07-01")).containsExactly("RECONFIRM_SCREENING 2024-05-22 overdue 10");
        assertThat(tasks("?kind=visit-due")).containsExactly("VISIT_DUE 2024-07-01 overdue 0");
        assertThat(tasks("?kind=turns-eighteen&dueBefore=2030-05-21")).hasSize(2);
    }

    @Test
    void a_task_names_the_child_and_the_places_that_answer_for_it() {
        tables.follow(new Story().recorded(REGISTERED, listed("2024-02-01", "2024-05-31")));
        JsonNode task = inspector().get("/api/worklist").json().get("items").get(0);
        assertThat(task.toString())
                .isEqualTo(
                        "{\"caseId\":\"" + CHILD + "\",\"kind\":\"VISIT_DUE\",\"dueOn\":\"2024-05-31\","
                                + "\"lastWorkingDay\":{\"day\":\"2024-05-31\",\"provisional\":false},"
                                + "\"overdueDays\":1,\"child\":\"李明\","
                                + "\"residence\":{\"code\":\"330109101\",\"name\":\"浙江省杭州市萧山区河上镇\",\"official\":true,\"today\":[],\"then\":[]},"
                                + "\"hukou\":{\"code\":\"640104\",\"name\":\"宁夏回族自治区银川市兴庆区\",\"official\":true,\"today\":[],\"then\":[]}}");
    }

    @Test
    void a_due_day_names_the_last_working_day_by_then_and_says_where_no_notice_has_settled_it_yet() {
        tables.follow(new Story()
                .recorded(REGISTERED, listed("2024-02-01", "2024-02-17"))
                .recordedOf(OTHER, REGISTERED, listed("2026-11-01", "2027-02-07")));
        List<String> seen = inspector()
                .get("/api/worklist?kind=visit-due&dueBefore=2028-01-01")
                .json()
                .get("items")
                .valueStream()
                .map(task -> task.get("dueOn").stringValue() + " "
                        + task.at("/lastWorkingDay/day").stringValue() + " "
                        + task.at("/lastWorkingDay/provisional").booleanValue())
                .toList();
        // The Spring Festival of 2024 was free from 10 to 17 February; Sunday 4 February was worked.
        assertThat(seen).containsExactly("2024-02-17 2024-02-09 false", "2027-02-07 2027-02-05 true");
    }

    @Test
    void a_birthday_is_nobodys_last_day() {
        tables.follow(new Story().recorded(REGISTERED));
        JsonNode task = inspector()
                .get("/api/worklist?kind=turns-eighteen&dueBefore=2031-01-01")
                .json()
                .get("items")
                .get(0);
        assertThat(task.get("lastWorkingDay").isNull()).isTrue();
    }

    @Test
    void a_move_takes_the_tasks_along() {
        CaseEvent listed = listed("2024-02-01", "2024-05-31");
        Story story = new Story().recorded(REGISTERED, listed);
        tables.follow(story);
        Caller before = served.as("COUNTY_OFFICER", "330109");
        Caller after = served.as("COUNTY_OFFICER", "330102");
        assertThat(tasks(before, "")).hasSize(1);
        assertThat(tasks(after, "")).isEmpty();
        tables.follow(story.recorded(moved("330102001", "2024-05-01")));
        assertThat(tasks(before, "")).isEmpty();
        assertThat(tasks(after, "")).hasSize(1);
        assertThat(tasks(served.as("COUNTY_OFFICER", "640104"), "?division=330102"))
                .hasSize(1);
        assertThat(served.as("ANALYST", "000000").get("/api/worklist").refusal())
                .startsWith("403 NOT_PERMITTED");
    }

    @Test
    void the_list_is_given_again_as_of_each_fact_before_whatever_comes_later() {
        Story story = new Story().on("2024-02-01").recorded(REGISTERED, listed("2024-02-01", "2024-05-31"));
        List<Runnable> again = new ArrayList<>();
        List<CaseEvent> later = List.of(
                visited("2024-05-01", "2024-06-20"),
                corrected("2024-05-01", "李鸣"),
                moved("330102001", "2024-05-01"),
                migrant("2024-05-02", "2024-05-25"),
                visited("2024-04-01", "2024-05-02"),
                closed("2024-05-03"),
                reopened("2024-05-04"),
                delisted("2024-05-05"));
        tables.follow(story);
        for (CaseEvent fact : later) {
            for (Caller reader :
                    List.of(inspector(), served.as("COUNTY_OFFICER", "330109"), served.as("SUPERVISOR", "330102001"))) {
                for (String on : List.of("2024-06-01", "2024-05-30")) {
                    String asked = "/api/worklist?dueBefore=2040-01-01&on=" + on;
                    JsonNode answer = reader.get(asked).json();
                    assertThat(answer.get("on").stringValue()).isEqualTo(on);
                    again.add(() -> List.of("position", "knownAt").forEach(known -> assertThat(reader.get(asked
                                            + "&knownAt=" + answer.get(known).asString())
                                    .json())
                            .as(asked)
                            .isEqualTo(answer)));
                }
            }
            tables.follow(story.at(Instant.parse("2024-05-06T00:00:00Z").plusSeconds(story.head()))
                    .recorded(fact));
        }
        again.forEach(Runnable::run);
        JsonNode then = inspector().get("/api/worklist?knownAt=2").json();
        assertThat(then.get("on").stringValue())
                .as("counted on the day of what was known last")
                .isEqualTo("2024-02-01");
        assertThat(then.get("items")).isEmpty();
    }

    @Test
    void the_second_page_is_as_of_the_first_whatever_came_between() {
        Story story = new Story()
                .recorded(REGISTERED, listed("2024-02-01", "2024-05-22"), migrant("2024-01-20", "2024-05-23"))
                .recordedOf(OTHER, REGISTERED, listed("2024-02-01", "2024-05-24"));
        tables.follow(story);
        JsonNode whole = inspector().get("/api/worklist").json();
        JsonNode first = inspector().get("/api/worklist?limit=1").json();
        tables.follow(story.on("2024-05-06")
                .recorded(visited("2024-05-06", "2024-06-15"), closed("2024-05-06"))
                .recordedOf(OTHER, moved("510104", "2024-05-06")));
        JsonNode rest = inspector()
                .get("/api/worklist?limit=50&cursor=" + first.get("next").stringValue())
                .json();

        assertThat(rest.get("position")).isEqualTo(first.get("position"));
        assertThat(first.get("items").get(0)).isEqualTo(whole.get("items").get(0));
        assertThat(rest.get("items").valueStream().toList())
                .isEqualTo(whole.get("items").valueStream().skip(1).toList());
    }

    @Test
    void pages_go_on_where_the_last_one_ended_though_all_is_due_on_one_day() {
        tables.follow(new Story()
                .recorded(REGISTERED, listed("2024-02-01", "2024-05-22"), migrant("2024-01-20", "2024-05-22"))
                .recordedOf(
                        OTHER, REGISTERED, listed("2024-02-01", "2024-05-22"), migrant("2024-01-20", "2024-05-22")));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = inspector().get("/api/worklist?limit=1" + cursor).json();
            page.get("items")
                    .forEach(task -> seen.add(
                            task.get("caseId").stringValue() + task.get("kind").stringValue()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void a_status_ages_out_on_the_sixteenth_birthday_and_not_the_day_before() {
        Story story = new Story()
                .recorded(REGISTERED, migrant("2024-01-20", null))
                .recordedOf(OTHER, REGISTERED, migrant("2024-01-20", null));
        tables.follow(story);
        AgeOuts ageOuts = new AgeOuts(tables);
        assertThat(ageOuts.dueOn(SIXTEEN.minusDays(1), 10)).isEmpty();
        AgeOut first = new AgeOut(CHILD, SIXTEEN);
        AgeOut second = new AgeOut(OTHER, SIXTEEN);
        assertThat(ageOuts.dueOn(SIXTEEN, 10)).containsExactly(first, second);
        assertThat(ageOuts.dueOn(SIXTEEN, 1)).containsExactly(first);
        assertThat(ageOuts.dueOn(SIXTEEN, Optional.of(first), 10)).containsExactly(second);
        tables.follow(story.recorded(migrantEnded("2028-05-20")));
        assertThat(ageOuts.dueOn(SIXTEEN, 10)).containsExactly(second);
    }

    @Test
    void facts_delivered_twice_change_nothing() {
        Story story = new Story()
                .recorded(REGISTERED, listed("2024-02-01", "2024-05-22"), migrant("2024-01-20", "2024-05-22"));
        for (Recorded fact : story.history(CHILD)) {
            tables.deliver(fact);
            tables.deliver(fact);
        }
        assertThat(tasks("?dueBefore=2040-01-01"))
                .containsExactly(
                        "RECONFIRM_SCREENING 2024-05-22 overdue 10",
                        "VISIT_DUE 2024-05-22 overdue 10",
                        "AGES_OUT 2028-05-20 overdue 0",
                        "TURNS_EIGHTEEN 2030-05-20 overdue 0");
    }

    private static Caller inspector() {
        return served.as("INSPECTOR", "000000");
    }

    private static List<String> tasks(String filter) {
        return tasks(inspector(), filter);
    }

    private static List<String> tasks(Caller caller, String filter) {
        Caller.Reply reply = caller.get("/api/worklist" + filter);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.json()
                .get("items")
                .valueStream()
                .map(task -> task.get("kind").stringValue() + " "
                        + task.get("dueOn").stringValue() + " overdue " + task.get("overdueDays"))
                .toList();
    }
}
