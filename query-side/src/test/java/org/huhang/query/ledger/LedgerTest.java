package org.huhang.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.careReviewed;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.corrected;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.hukouMoved;
import static org.huhang.query.kit.Happenings.lapsed;
import static org.huhang.query.kit.Happenings.leftBehindEnded;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.longTerm;
import static org.huhang.query.kit.Happenings.merged;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.migrantEnded;
import static org.huhang.query.kit.Happenings.moved;
import static org.huhang.query.kit.Happenings.reassessed;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.reopened;
import static org.huhang.query.kit.Happenings.returned;
import static org.huhang.query.kit.Happenings.temporaryCare;
import static org.huhang.query.kit.Happenings.toReview;
import static org.huhang.query.kit.Happenings.unmerged;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.kit.Bearings;
import org.huhang.query.kit.Caller;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Served;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Read on 2024-06-01. The child, born 2012-05-20, lives in 330109101 and is registered in 640104. */
class LedgerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-06-01T01:00:00Z"));
    private static final CaseEvent REGISTERED = registered("2024-01-10");
    private static final CaseEvent LISTED = listed("2024-02-01", "2024-03-02");

    private static ReadModelKit tables;
    private static Served served;

    @BeforeAll
    static void serve() {
        tables = ReadModelKit.empty(new LedgerProjection(PublishedDivisions.load()));
        served = Served.of(LedgerController.class, tables, PublishedDivisions.load(), CLOCK);
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
    void just_the_facts_that_have_their_mark_change_the_ledger() {
        Bearings.areThoseOf(new LedgerProjection(PublishedDivisions.load()));
    }

    @Test
    void a_registered_child_is_on_the_ledger_once_listed_with_all_that_was_recorded_before() {
        tables.follow(new Story().recorded(REGISTERED, migrant("2024-01-20", null)));
        assertThat(rows("")).isEmpty();
        tables.follow(new Story().recorded(REGISTERED, migrant("2024-01-20", null), LISTED));
        assertThat(rows("").getFirst().toString())
                .isEqualTo(
                        "{\"caseId\":\"" + CHILD + "\",\"name\":\"李明\",\"sex\":\"MALE\",\"birthDate\":\"2012-05-20\","
                                + "\"residence\":{\"code\":\"330109101\",\"name\":\"浙江省杭州市萧山区河上镇\",\"official\":true,\"today\":[],\"then\":[]},"
                                + "\"hukou\":{\"code\":\"640104\",\"name\":\"宁夏回族自治区银川市兴庆区\",\"official\":true,\"today\":[],\"then\":[]},"
                                + "\"grounds\":[\"HARDSHIP\",\"DISABILITY\"],\"risk\":\"MEDIUM\",\"listedOn\":\"2024-02-01\","
                                + "\"lastVisit\":null,\"nextVisitDue\":\"2024-03-02\","
                                + "\"lastWorkingDay\":{\"day\":\"2024-03-01\",\"provisional\":false},\"overdueDays\":91,"
                                + "\"care\":{\"state\":\"GUARDED\",\"since\":null,\"mode\":null,\"reviewBy\":null,"
                                + "\"reviewLastWorkingDay\":null,"
                                + "\"reviewOverdue\":false,\"oneYearMark\":null,\"overOneYear\":false},"
                                + "\"screening\":\"MIGRANT\"}");
    }

    @Test
    void the_ledger_is_told_as_it_was_known_at_any_position_instant_or_day() {
        Story story = new Story().on("2024-05-01").recorded(REGISTERED, listed("2024-05-01", "2024-05-31"));
        tables.follow(story);
        JsonNode listed = ledger("?on=2024-06-01");
        tables.follow(story.on("2024-05-02").recorded(visited("2024-05-02", "2024-06-30")));
        JsonNode visited = ledger("?on=2024-06-01");
        tables.follow(story.on("2024-05-03").recorded(delisted("2024-05-03"), listed("2024-05-03", "2024-07-03")));

        assertThat(listed.get("position").longValue()).isEqualTo(2);
        assertThat(listed.get("knownAt").stringValue()).isEqualTo("2024-05-01T02:00:00Z");
        assertThat(listed.at("/items/0/overdueDays").longValue()).isEqualTo(1);
        for (String then : List.of("2", "2024-05-01T02:00:00Z", "2024-05-02T09:59:59%2B08:00", "2024-05-01")) {
            assertThat(ledger("?on=2024-06-01&knownAt=" + then)).isEqualTo(listed);
        }
        for (String then : List.of("3", "2024-05-02T02:00:00Z", "2024-05-02")) {
            assertThat(ledger("?on=2024-06-01&knownAt=" + then)).isEqualTo(visited);
        }
        assertThat(ledger("?on=2024-06-01&knownAt=1"))
                .as("in the middle of a commit")
                .isEqualTo(listed);
        assertThat(rows("?knownAt=4")).isEqualTo(rows("")).hasSize(1);
        assertThat(rows("?knownAt=5")).isEqualTo(rows(""));
    }

    @Test
    void ages_and_days_overdue_are_counted_on_the_day_that_the_answer_names() {
        tables.follow(new Story().on("2024-05-01").recorded(REGISTERED, listed("2024-04-01", "2024-04-30")));

        assertThat(ledger("").get("on").stringValue()).isEqualTo("2024-06-01");
        assertThat(ledger("").at("/items/0/overdueDays").longValue()).isEqualTo(32);
        assertThat(ledger("?knownAt=2").get("on").stringValue()).isEqualTo("2024-05-01");
        assertThat(ledger("?knownAt=2").at("/items/0/overdueDays").longValue()).isEqualTo(1);
        assertThat(ledger("?knownAt=2&on=2024-05-11").at("/items/0/overdueDays").longValue())
                .isEqualTo(11);
        assertThat(inspector().get("/api/ledger?on=2024-06-02").refusal()).isEqualTo("422 DATE_IN_THE_FUTURE on");
    }

    @Test
    void pages_go_on_as_of_the_first_and_a_cursor_is_of_no_use_with_other_filters() {
        Story story = new Story()
                .on("2024-05-01")
                .recorded(REGISTERED, listed("2024-05-01", "2024-05-31"))
                .recordedOf(OTHER, REGISTERED, listed("2024-05-01", "2024-05-31"));
        tables.follow(story);
        JsonNode first = ledger("?limit=1&risk=medium");
        String next = "&cursor=" + first.get("next").stringValue();
        tables.follow(
                story.on("2024-05-02").recorded(delisted("2024-05-02")).recordedOf(OTHER, delisted("2024-05-02")));

        assertThat(rows("")).isEmpty();
        assertThat(rows("?risk=MEDIUM" + next))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.get("items").valueStream().toList());
        assertThat(rows("?risk=medium&knownAt=4" + next)).hasSize(1);
        for (String another : List.of("?risk=high", "?", "?risk=medium&sort=listed-on", "?risk=medium&knownAt=5")) {
            assertThat(inspector().get("/api/ledger" + another + next).refusal())
                    .as(another)
                    .isEqualTo("400 INVALID_CURSOR cursor");
        }
    }

    @Test
    void a_visit_moves_the_next_one_and_a_late_record_of_an_earlier_visit_is_not_the_last() {
        JsonNode row =
                only(REGISTERED, LISTED, visited("2024-05-10", "2024-06-09"), visited("2024-04-01", "2024-06-09"));
        assertThat(row.get("lastVisit").stringValue()).isEqualTo("2024-05-10");
        assertThat(row.get("nextVisitDue").stringValue()).isEqualTo("2024-06-09");
        assertThat(row.get("overdueDays").longValue()).isZero();
    }

    @Test
    void an_earlier_visit_told_late_moves_neither_risk_nor_the_next_visit() {
        JsonNode row =
                only(REGISTERED, LISTED, reassessed("2024-05-10", "2024-05-17"), visited("2024-04-01", "2024-07-01"));
        assertThat(row.get("risk").stringValue()).isEqualTo("HIGH");
        assertThat(row.get("nextVisitDue").stringValue()).isEqualTo("2024-05-17");
        assertThat(row.get("lastVisit").stringValue()).isEqualTo("2024-04-01");
    }

    @Test
    void a_visit_is_overdue_from_the_day_after_its_last_day() {
        JsonNode onTheLastDay = only(REGISTERED, listed("2024-05-01", "2024-06-01"));
        assertThat(onTheLastDay.get("overdueDays").longValue()).isZero();
        assertThat(rows("?overdue=true")).isEmpty();
        assertThat(rows("?overdue=false")).hasSize(1);
        JsonNode aDayLater = only(REGISTERED, listed("2024-05-01", "2024-05-31"));
        assertThat(aDayLater.get("overdueDays").longValue()).isEqualTo(1);
        assertThat(rows("?overdue=true")).hasSize(1);
        assertThat(rows("?overdue=1")).hasSize(1);
        assertThat(rows("?overdue=2")).isEmpty();
        assertThat(rows("?overdue=false")).isEmpty();
    }

    @Test
    void who_cares_for_the_child_is_told_with_what_is_due() {
        CaseEvent care = temporaryCare("2023-06-01", "2024-05-31", "2024-06-01");
        JsonNode given = only(REGISTERED, LISTED, lapsed("2023-05-20"), care).get("care");
        assertThat(given.toString())
                .isEqualTo("{\"state\":\"TEMPORARY_CARE\",\"since\":\"2023-06-01\",\"mode\":\"FOSTER_FAMILY\","
                        + "\"reviewBy\":\"2024-05-31\","
                        + "\"reviewLastWorkingDay\":{\"day\":\"2024-05-31\",\"provisional\":false},"
                        + "\"reviewOverdue\":true,\"oneYearMark\":\"2024-06-01\","
                        + "\"overOneYear\":false}");
        assertThat(only(REGISTERED, LISTED, lapsed("2023-05-20"), care, careReviewed("2024-05-30", "2024-08-30"))
                        .get("care")
                        .get("reviewOverdue")
                        .booleanValue())
                .isFalse();
        assertThat(state(REGISTERED, LISTED, lapsed("2023-05-20"))).isEqualTo("LAPSED");
        assertThat(state(REGISTERED, LISTED, lapsed("2023-05-20"), care, returned("2024-05-01")))
                .isEqualTo("GUARDED");
        assertThat(state(REGISTERED, LISTED, lapsed("2023-05-20"), care, longTerm("2024-05-01")))
                .isEqualTo("LONG_TERM_GUARDIANSHIP");
        assertThat(rows("?carer=long-term-guardianship")).hasSize(1);
        assertThat(rows("?carer=temporary-care")).isEmpty();
    }

    @Test
    void screening_shows_what_was_last_found_and_nothing_once_it_ended() {
        CaseEvent migrant = migrant("2024-01-20", null);
        assertThat(only(REGISTERED, LISTED, migrant, toReview("2024-03-01"))
                        .get("screening")
                        .stringValue())
                .isEqualTo("UNDER_REVIEW");
        assertThat(only(REGISTERED, LISTED, migrant, leftBehindEnded("2024-03-01"))
                        .get("screening")
                        .stringValue())
                .isEqualTo("MIGRANT");
        assertThat(only(REGISTERED, LISTED, migrant, toReview("2024-03-01"), migrantEnded("2024-04-01"))
                        .get("screening")
                        .isNull())
                .isTrue();
    }

    @Test
    void a_reassessment_a_correction_and_moves_show_at_once() {
        JsonNode row = only(
                REGISTERED,
                LISTED,
                reassessed("2024-05-01", "2024-05-08"),
                corrected("2024-01-10", "李鸣"),
                moved("330102001", "2024-05-02"),
                hukouMoved("330109", "2024-05-03"));
        assertThat(row.get("name").stringValue()).isEqualTo("李鸣");
        assertThat(row.get("grounds").toString()).isEqualTo("[\"HARDSHIP\"]");
        assertThat(row.get("risk").stringValue()).isEqualTo("HIGH");
        assertThat(row.get("residence").get("code").stringValue()).isEqualTo("330102001");
        assertThat(row.get("hukou").get("code").stringValue()).isEqualTo("330109");
        assertThat(rows("?ground=disability")).isEmpty();
        assertThat(rows("?ground=hardship&risk=high")).hasSize(1);
    }

    @Test
    void delisted_closed_and_absorbed_children_leave_and_come_back_when_that_is_undone() {
        assertThat(shown(REGISTERED, LISTED, delisted("2024-04-01"))).isZero();
        assertThat(shown(REGISTERED, LISTED, delisted("2024-04-01"), listed("2024-05-01", "2024-06-01")))
                .isEqualTo(1);
        assertThat(shown(REGISTERED, LISTED, closed("2024-04-01"))).isZero();
        assertThat(shown(REGISTERED, LISTED, closed("2024-04-01"), reopened("2024-05-01")))
                .isEqualTo(1);
        CaseEvent merged = merged(OTHER, CHILD, "2024-04-01");
        assertThat(shown(REGISTERED, LISTED, merged)).isZero();
        assertThat(shown(REGISTERED, LISTED, merged, unmerged(OTHER, CHILD, "2024-05-01")))
                .isEqualTo(1);
        assertThat(shown(REGISTERED, LISTED, merged(CHILD, OTHER, "2024-04-01")))
                .isEqualTo(1);
    }

    @Test
    void a_birthday_counts_from_the_day_itself() {
        tables.follow(new Story().recorded(REGISTERED, LISTED));
        assertThat(rows("?age=6-13")).hasSize(1);
        assertThat(rows("?age=14-15")).isEmpty();
        assertThat(rows("?minAge=12&maxAge=12")).hasSize(1);
        assertThat(rows("?minAge=13")).isEmpty();
        assertThat(rows("?maxAge=11")).isEmpty();
    }

    @Test
    void both_the_place_of_residence_and_that_of_registration_see_the_child_and_nobody_else_does() {
        tables.follow(new Story().recorded(REGISTERED, LISTED));
        assertThat(rows(served.as("CHILD_DIRECTOR", "330109101"), "")).hasSize(1);
        assertThat(rows(served.as("COUNTY_OFFICER", "330109"), "")).hasSize(1);
        assertThat(rows(served.as("COUNTY_OFFICER", "640104"), "")).hasSize(1);
        assertThat(rows(served.as("COUNTY_OFFICER", "330102"), "")).isEmpty();
        assertThat(served.as("ANALYST", "000000").get("/api/ledger").refusal()).startsWith("403 NOT_PERMITTED");
    }

    @Test
    void a_division_narrows_what_the_jurisdiction_shows_and_never_widens_it() {
        tables.follow(new Story()
                .recorded(REGISTERED, LISTED)
                .recordedOf(OTHER, registered("2024-01-10", "330103", "330103"), LISTED));
        Caller county = served.as("COUNTY_OFFICER", "330109");
        assertThat(rows(county, "?division=330109101")).hasSize(1);
        assertThat(rows(county, "?division=640104")).hasSize(1);
        assertThat(rows(county, "?division=330103")).isEmpty();
        assertThat(rows("?division=330103")).hasSize(1);
        assertThat(rows("?division=330105")).hasSize(1);
        assertThat(rows("?division=330000")).hasSize(2);
        assertThat(inspector().get("/api/ledger?division=330109999").refusal())
                .isEqualTo("422 DIVISION_UNKNOWN division");
    }

    @Test
    void pages_neither_repeat_nor_skip_a_row_where_many_visits_are_due_on_one_day() {
        Story story = new Story();
        for (int i = 0; i < 25; i++) {
            CaseId each = CaseId.of(UUID.randomUUID());
            story.recordedOf(each, REGISTERED, listed("2024-02-01", i < 20 ? "2024-03-02" : "2024-03-01"));
        }
        tables.follow(story);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = inspector().get("/api/ledger?limit=7" + cursor).json();
            page.get("items")
                    .forEach(row -> seen.add(row.get("nextVisitDue").stringValue()
                            + row.get("caseId").stringValue()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_cursor_of_another_order_is_refused_and_so_is_a_filter_that_says_nothing() {
        tables.follow(new Story().recorded(REGISTERED, LISTED).recordedOf(OTHER, REGISTERED, LISTED));
        String next = inspector().get("/api/ledger?limit=1").json().get("next").stringValue();
        assertThat(inspector().get("/api/ledger?sort=listed-on&cursor=" + next).refusal())
                .isEqualTo("400 INVALID_CURSOR cursor");
        for (String slip : List.of("overdue=soon", "age=3-4", "minAge=x", "risk=", "ground=poverty", "sort=name")) {
            assertThat(inspector().get("/api/ledger?" + slip).refusal())
                    .isEqualTo("400 INVALID_PARAMETER " + slip.split("=")[0]);
        }
    }

    @Test
    void facts_delivered_twice_change_nothing() {
        Story story = new Story()
                .recorded(
                        REGISTERED,
                        LISTED,
                        visited("2024-05-10", "2024-06-09"),
                        lapsed("2024-05-20"),
                        closed("2024-05-21"),
                        reopened("2024-05-22"));
        for (Recorded fact : story.history(CHILD)) {
            tables.deliver(fact);
            tables.deliver(fact);
        }
        String twice = rows("").toString();
        tables.clear();
        tables.follow(story);
        assertThat(rows("").toString()).isEqualTo(twice);
    }

    private static JsonNode only(CaseEvent... facts) {
        tables.clear();
        tables.follow(new Story().recorded(facts));
        assertThat(rows("")).hasSize(1);
        return rows("").getFirst();
    }

    private static int shown(CaseEvent... facts) {
        tables.clear();
        tables.follow(new Story().recorded(facts));
        return rows("").size();
    }

    private static String state(CaseEvent... facts) {
        return only(facts).get("care").get("state").stringValue();
    }

    private static Caller inspector() {
        return served.as("INSPECTOR", "000000");
    }

    private static JsonNode ledger(String question) {
        Caller.Reply reply = inspector().get("/api/ledger" + question);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.json();
    }

    private static List<JsonNode> rows(String filter) {
        return rows(inspector(), filter);
    }

    private static List<JsonNode> rows(Caller caller, String filter) {
        Caller.Reply reply = caller.get("/api/ledger" + filter);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.json().get("items").valueStream().toList();
    }
}
