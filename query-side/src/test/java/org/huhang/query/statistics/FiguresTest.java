package org.huhang.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.BORN;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.merged;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.migrantEnded;
import static org.huhang.query.kit.Happenings.moved;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.unmerged;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
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

/** Asked on 2024-10-15. The child, born 2012-05-20, lives in 330109101 and is registered in 640104. */
class FiguresTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-10-15T04:00:00Z"));
    private static final String MIGRANTS = "/api/statistics/counts?level=county&measure=migrant&month=";
    private static final CaseEvent REGISTERED = registered("2024-01-10");

    private static final CaseId ELSEWHERE = CaseId.of(UUID.fromString("3c1e2d4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f"));

    private static ReadModelKit tables;
    private static Served served;

    @BeforeAll
    static void serve() {
        tables = ReadModelKit.empty(new StatisticsProjection(PublishedDivisions.load()));
        served = Served.of(StatisticsController.class, tables, PublishedDivisions.load(), CLOCK);
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
    void just_the_facts_that_have_their_mark_change_the_figures() {
        Bearings.areThoseOf(new StatisticsProjection(PublishedDivisions.load()));
    }

    @Test
    void a_figure_speaks_of_the_last_day_of_its_month() {
        follow(new Story()
                .on("2024-03-31")
                .recorded(REGISTERED, migrant("2024-03-31", null))
                .on("2024-05-31")
                .recorded(migrantEnded("2024-05-31")));
        assertThat(cells(MIGRANTS + "2024-02")).isEmpty();
        assertThat(cells(MIGRANTS + "2024-03")).containsExactly("2024-03-31 330109 MIGRANT 1 first 1");
        assertThat(cells(MIGRANTS + "2024-04")).containsExactly("2024-04-30 330109 MIGRANT 1 first 1");
        assertThat(cells(MIGRANTS + "2024-05")).isEmpty();
    }

    @Test
    void a_fact_that_comes_late_restates_the_figure_and_what_was_first_reported_stays_told() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .on("2024-06-08")
                .recordedOf(ELSEWHERE, visited("2024-06-08", "2024-07-08"))
                .on("2024-06-10")
                .recorded(migrantEnded("2024-04-20")));
        assertThat(cells(MIGRANTS + "2024-03&to=2024-05"))
                .containsExactly(
                        "2024-03-31 330109 MIGRANT 1 first 1",
                        "2024-04-30 330109 MIGRANT 0 first 1 restated",
                        "2024-05-31 330109 MIGRANT 0 first 1 restated");
        assertThat(cells(MIGRANTS + "2024-05&knownAt=2024-06-09T00:00:00Z"))
                .containsExactly("2024-05-31 330109 MIGRANT 1 first 1");
    }

    @Test
    void what_became_known_in_the_last_hour_of_a_month_was_first_reported_and_an_hour_later_was_not() {
        follow(new Story()
                .at(Instant.parse("2024-03-31T15:59:59Z"))
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .at(Instant.parse("2024-03-31T16:00:00Z"))
                .recordedOf(OTHER, REGISTERED, migrant("2024-03-01", null)));
        assertThat(cells(MIGRANTS + "2024-03")).containsExactly("2024-03-31 330109 MIGRANT 2 first 1 restated");
    }

    @Test
    void the_running_month_speaks_of_today_and_was_not_reported_yet() {
        follow(new Story().on("2024-10-10").recorded(REGISTERED, migrant("2024-10-15", null)));
        assertThat(cells(MIGRANTS + "2024-10")).containsExactly("2024-10-15 330109 MIGRANT 1 first null");
    }

    @Test
    void a_figure_is_given_again_as_of_what_it_rests_on_however_much_time_has_gone_by() {
        Story story = new Story().on("2024-08-20").recorded(REGISTERED, migrant("2024-08-20", null));
        tables.follow(story);
        JsonNode running = analyst().get(MIGRANTS + "2024-08").json();
        JsonNode begun = analyst().get(MIGRANTS + "2024-10").json();
        assertThat(running.get("position").longValue()).isEqualTo(2);
        assertThat(running.get("knownAt").stringValue()).isEqualTo("2024-08-20T02:00:00Z");
        assertThat(cells(MIGRANTS + "2024-08")).containsExactly("2024-08-20 330109 MIGRANT 1 first null");
        assertThat(cells(MIGRANTS + "2024-10")).containsExactly("2024-10-01 330109 MIGRANT 1 first null");

        tables.follow(story.on("2024-10-14").recorded(migrantEnded("2024-08-25")));

        assertThat(cells(MIGRANTS + "2024-08")).containsExactly("2024-08-31 330109 MIGRANT 0 first 1 restated");
        for (String then : List.of("2", "2024-08-20T10:00:00%2B08:00", "2024-10-13", "2024-10-13T23:59:59Z")) {
            assertThat(analyst().get(MIGRANTS + "2024-08&knownAt=" + then).json())
                    .isEqualTo(running);
            assertThat(analyst().get(MIGRANTS + "2024-10&knownAt=" + then).json())
                    .isEqualTo(begun);
        }
    }

    @Test
    void a_position_within_a_commit_means_the_whole_of_it_as_its_time_does() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .on("2024-03-02")
                .recorded(migrantEnded("2024-03-02"), migrant("2024-03-02", null)));

        String migrants = MIGRANTS + "2024-03&knownAt=";
        JsonNode first = analyst().get(migrants + "2024-03-01T02:00:00Z").json();
        JsonNode second = analyst().get(migrants + "2024-03-02T02:00:00Z").json();
        assertThat(first.get("position").longValue()).isEqualTo(2);
        assertThat(second.get("position").longValue()).isEqualTo(4);
        assertThat(analyst().get(migrants + "1").json()).isEqualTo(first);
        assertThat(analyst().get(migrants + "2").json()).isEqualTo(first);
        assertThat(analyst().get(migrants + "3").json()).isEqualTo(second);
        assertThat(analyst().get(migrants + "4").json()).isEqualTo(second);
    }

    @Test
    void a_cursor_of_evidence_goes_on_as_of_the_first_page_and_in_no_other_list() {
        Story story = new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .recordedOf(OTHER, registered("2024-03-01"), migrant("2024-03-01", null));
        follow(story);
        String evidence = "/api/statistics/evidence?month=2024-03&measure=migrant";
        JsonNode first = inspector().get(evidence + "&limit=1").json();
        String next = "&cursor=" + first.get("next").stringValue();
        tables.follow(story.on("2024-10-16").recorded(migrantEnded("2024-02-01")));

        assertThat(inspector().get(evidence + next).json().get("items")).hasSize(3);
        assertThat(inspector()
                        .get(evidence + "&knownAt=" + first.get("position") + next)
                        .json()
                        .get("items"))
                .hasSize(3);
        assertThat(inspector().get(evidence + "&knownAt=6" + next).refusal()).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(inspector().get(evidence.replace("03", "04") + next).refusal())
                .isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(inspector().get(evidence + "&sex=male" + next).refusal()).isEqualTo("400 INVALID_CURSOR cursor");
        assertThat(served.as("INSPECTOR", "330000").get(evidence + next).refusal())
                .isEqualTo("400 INVALID_CURSOR cursor");
    }

    @Test
    void a_corrected_birth_date_moves_the_child_to_another_age_band_in_every_month() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .on("2024-07-01")
                .recorded(born("2010-04-30")));
        assertThat(cells(MIGRANTS + "2024-03&to=2024-04&by=age-band"))
                .containsExactly(
                        "2024-03-31 330109 MIGRANT 6-13 1 first 1",
                        "2024-04-30 330109 MIGRANT 14-15 1 first 0 restated",
                        "2024-04-30 330109 MIGRANT 6-13 0 first 1 restated");
    }

    @Test
    void who_has_turned_eighteen_is_no_child_in_any_figure() {
        LocalDate eighteen = BORN.plusYears(18);
        follow(new Story().on("2024-03-01").recorded(REGISTERED, born("2006-03-31")));
        assertThat(eighteen).isAfter("2024-03-31");
        assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-02"))
                .containsExactly("2024-02-29 330109 ON_FILE 1 first 0 restated");
        assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-03"))
                .isEmpty();
    }

    @Test
    void one_child_with_two_cases_counted_twice_until_they_were_merged_and_not_since() {
        Story story = new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .recordedOf(OTHER, REGISTERED, migrant("2024-03-01", null))
                .on("2024-06-01")
                .recorded(merged(CHILD, OTHER, "2024-06-01"))
                .recordedOf(OTHER, merged(CHILD, OTHER, "2024-06-01"));
        tables.follow(story);
        assertThat(cells(MIGRANTS + "2024-03")).containsExactly("2024-03-31 330109 MIGRANT 1 first 2 restated");
        tables.follow(story.on("2024-07-01")
                .recorded(unmerged(CHILD, OTHER, "2024-07-01"))
                .recordedOf(OTHER, unmerged(CHILD, OTHER, "2024-07-01")));
        assertThat(cells(MIGRANTS + "2024-03")).containsExactly("2024-03-31 330109 MIGRANT 2 first 2");
        assertThat(cells(MIGRANTS + "2024-06")).containsExactly("2024-06-30 330109 MIGRANT 2 first 1 restated");
    }

    @Test
    void a_child_counts_at_every_level_from_the_village_to_the_province() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, moved("330102001007", "2024-03-01"), listed("2024-03-01", "2024-03-31")));
        for (String each : List.of(
                "province 330000",
                "prefecture 330100",
                "county 330102",
                "township 330102001",
                "village 330102001007")) {
            String[] level = each.split(" ");
            assertThat(cells("/api/statistics/counts?measure=key-care&month=2024-03&level=" + level[0]))
                    .containsExactly("2024-03-31 " + level[1] + " KEY_CARE 1 first 1");
        }
    }

    @Test
    void by_ground_a_child_counts_once_for_each() {
        follow(new Story().on("2024-03-01").recorded(REGISTERED, listed("2024-03-01", "2024-03-31")));
        assertThat(cells("/api/statistics/counts?level=province&by=ground,sex&month=2024-03"))
                .containsExactly(
                        "2024-03-31 330000 DISABILITY MALE 1 first 1", "2024-03-31 330000 HARDSHIP MALE 1 first 1");
    }

    @Test
    void a_jurisdiction_counts_its_own_part_also_at_a_coarser_level() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED)
                .recordedOf(OTHER, registered("2024-03-01", "330102001", "330109101")));
        String onFile = "/api/statistics/counts?level=province&measure=on-file&month=2024-03";
        assertThat(cells(served.as("PROVINCE_OFFICER", "330000"), onFile))
                .containsExactly("2024-03-31 330000 ON_FILE 2 first 2");
        assertThat(cells(served.as("COUNTY_OFFICER", "330109"), onFile))
                .containsExactly("2024-03-31 330000 ON_FILE 1 first 1");
        assertThat(cells(served.as("COUNTY_OFFICER", "330109"), onFile + "&place=hukou"))
                .containsExactly("2024-03-31 330000 ON_FILE 1 first 1");
        assertThat(cells(served.as("COUNTY_OFFICER", "640104"), onFile)).isEmpty();
    }

    @Test
    void an_abolished_division_stands_for_its_successor() {
        follow(new Story().on("2024-03-01").recorded(registered("2024-03-01", "330103", "640104")));
        for (String division : List.of("330103", "330105", "330100")) {
            assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-03&division=" + division))
                    .containsExactly("2024-03-31 330105 ON_FILE 1 first 1");
        }
        assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-03&division=330102"))
                .isEmpty();
    }

    @Test
    void the_matrix_tells_from_which_province_children_came_to_which() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .recordedOf(OTHER, registered("2024-03-01"), migrant("2024-03-01", null))
                .on("2024-05-01")
                .recorded(moved("640104", "2024-03-20")));
        JsonNode cells =
                analyst().get("/api/statistics/matrix?month=2024-03").json().get("cells");
        assertThat(cells.valueStream().map(FiguresTest::flow))
                .containsExactly("330000 640000 1 first 2 restated", "640000 640000 1 first 0 restated");
    }

    @Test
    void every_figure_can_be_followed_to_its_facts_page_by_page_and_no_name_is_met_on_the_way() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, listed("2024-03-01", "2024-03-31"), migrant("2024-03-01", null))
                .recordedOf(OTHER, registered("2024-03-01"), migrant("2024-03-01", null)));
        String evidence =
                "/api/statistics/evidence?month=2024-03&measure=migrant&division=330109&sex=male&age-band=6-13";
        List<Long> positions = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Caller.Reply reply = inspector().get(evidence + "&limit=3" + cursor);
            assertThat(reply.response().body()).doesNotContain("李明");
            reply.json()
                    .get("items")
                    .forEach(fact -> positions.add(fact.get("position").longValue()));
            JsonNode next = reply.json().get("next");
            cursor = next.isNull() ? null : "&cursor=" + next.stringValue();
        }
        assertThat(positions).containsExactly(1L, 3L, 4L, 5L);
        JsonNode last = inspector().get(evidence).json().get("items").get(3);
        assertThat(last.toString())
                .isEqualTo("{\"position\":5,\"event\":\"ScreenedAsMigrant\",\"caseId\":\"" + OTHER
                        + "\",\"effectiveOn\":\"2024-03-01\",\"recordedAt\":\"2024-03-01T02:00:00Z\"}");
        assertThat(inspector().get(evidence.replace("6-13", "0-5")).json().get("items"))
                .isEmpty();
        assertThat(inspector()
                        .get("/api/statistics/evidence?month=2024-03&measure=migrant&residence=330000&hukou=640000")
                        .json()
                        .get("items"))
                .hasSize(4);
    }

    @Test
    void who_may_not_read_cases_follows_a_figure_to_facts_that_tell_no_case_page_by_page() {
        follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, listed("2024-03-01", "2024-03-31"), migrant("2024-03-01", null))
                .recordedOf(OTHER, registered("2024-03-01"), migrant("2024-03-01", null)));
        String evidence = "/api/statistics/evidence?month=2024-03&measure=migrant&division=330109";
        for (Caller reader : List.of(analyst(), served.as("MINISTRY_OFFICER", "000000"))) {
            JsonNode first = reader.get(evidence + "&limit=3").json();
            JsonNode rest = reader.get(
                            evidence + "&limit=3&cursor=" + first.get("next").stringValue())
                    .json();

            assertThat(first.get("items")).hasSize(3);
            assertThat(rest.get("items")).hasSize(1);
            assertThat(rest.get("items").get(0).toString())
                    .isEqualTo("{\"position\":null,\"event\":\"ScreenedAsMigrant\",\"caseId\":null,"
                            + "\"effectiveOn\":\"2024-03-01\",\"recordedAt\":\"2024-03-01T02:00:00Z\"}");
            first.get("items").forEach(fact -> {
                assertThat(fact.get("position").isNull()).isTrue();
                assertThat(fact.get("caseId").isNull()).isTrue();
            });
        }
    }

    @Test
    void facts_delivered_twice_change_nothing() {
        Story story = new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .on("2024-06-10")
                .recorded(migrantEnded("2024-04-20"));
        for (Recorded fact : story.history(CHILD)) {
            tables.deliver(fact);
            tables.deliver(fact);
        }
        List<String> twice = rows();
        tables.clear();
        tables.follow(story);
        assertThat(twice).isEqualTo(rows()).isNotEmpty();
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused_by_the_field_at_fault() {
        assertThat(refused("month=2024-11&level=county")).isEqualTo("422 DATE_IN_THE_FUTURE month");
        assertThat(refused("month=2024-05&to=2024-04&level=county")).isEqualTo("422 PERIOD_REVERSED to");
        assertThat(refused("month=2022-01&to=2024-01&level=county")).isEqualTo("400 INVALID_PARAMETER to");
        assertThat(refused("month=2024-13&level=county")).isEqualTo("400 INVALID_DATE month");
        assertThat(refused("level=county")).isEqualTo("400 MISSING_FIELD month");
        assertThat(refused("month=2024-03")).isEqualTo("400 MISSING_FIELD level");
        assertThat(refused("month=2024-03&level=street")).isEqualTo("400 INVALID_PARAMETER level");
        assertThat(refused("month=2024-03&level=county&by=name")).isEqualTo("400 INVALID_PARAMETER by");
        assertThat(refused("month=2024-03&level=county&division=999999")).startsWith("422 DIVISION_");
        for (String yetToCome : List.of("2024-10-15T04:00:01Z", "2024-10-16")) {
            assertThat(refused("month=2024-03&level=county&knownAt=" + yetToCome))
                    .isEqualTo("422 DATE_IN_THE_FUTURE knownAt");
        }
        assertThat(refused("month=2024-03&level=county&knownAt=1")).isEqualTo("422 POSITION_NOT_REACHED knownAt");
        assertThat(refused("month=2024-03&level=county&knownAt=2024-13-01")).isEqualTo("400 INVALID_DATE knownAt");
        assertThat(refused("month=2024-03&level=county&min-position=1"))
                .isEqualTo("422 POSITION_NOT_REACHED min-position");
        assertThat(served.as("CHILD_DIRECTOR", "330109101")
                        .get(MIGRANTS + "2024-03")
                        .refusal())
                .startsWith("403 NOT_PERMITTED");
    }

    /** And on the day of asking a fact that no figure rests on, so that everything is known up to that day. */
    private static void follow(Story story) {
        tables.follow(story.on("2024-10-15").recordedOf(ELSEWHERE, visited("2024-10-15", "2024-11-15")));
    }

    private static String refused(String question) {
        return analyst().get("/api/statistics/counts?" + question).refusal();
    }

    private static CaseEvent born(String day) {
        return new IdentityCorrected(
                new ChildIdentity(PersonName.of("李明"), List.of(), Sex.MALE, LocalDate.parse(day), List.of()),
                Narrative.of("登记有误"),
                LocalDate.parse("2024-01-10"));
    }

    private static List<String> rows() {
        return tables.read(StatisticsProjection.NAME, db -> db.sql(
                        "SELECT CAST(s AS text) FROM spell s UNION ALL SELECT CAST(f AS text) FROM fact f ORDER BY 1")
                .query(String.class)
                .list());
    }

    private static Caller inspector() {
        return served.as("INSPECTOR", "000000");
    }

    /** 富阳 was the city 330183 until its document of 2014-12-13, and is the district 330111 since. */
    @Test
    void places_are_told_apart_by_the_map_of_today_or_of_the_day() {
        follow(new Story()
                .on("2014-10-10")
                .recorded(registered("2014-10-01", "330183101", "640104"), migrant("2014-10-10", null)));
        String year = MIGRANTS + "2014-11&to=2014-12";

        assertThat(cells(year))
                .containsExactly("2014-11-30 330111 MIGRANT 1 first 1", "2014-12-31 330111 MIGRANT 1 first 1");
        assertThat(cells(year + "&map=day"))
                .containsExactly("2014-11-30 330183 MIGRANT 1 first 1", "2014-12-31 330111 MIGRANT 1 first 1");
        assertThat(cells(year + "&map=day&division=330183")).containsExactly("2014-11-30 330183 MIGRANT 1 first 1");
        assertThat(cells(year + "&map=day&division=330111")).containsExactly("2014-12-31 330111 MIGRANT 1 first 1");
        assertThat(cells(year.replace("county", "prefecture") + "&map=day"))
                .containsExactly("2014-11-30 330100 MIGRANT 1 first 1", "2014-12-31 330100 MIGRANT 1 first 1");
        assertThat(analyst()
                        .get(MIGRANTS + "2014-11&map=day")
                        .json()
                        .at("/cells/0/division")
                        .toString())
                .isEqualTo(
                        "{\"code\":\"330183\",\"name\":\"浙江省杭州市富阳市\","
                                + "\"official\":true,\"today\":[{\"code\":\"330111\",\"name\":\"浙江省杭州市富阳区\",\"official\":true}],\"then\":null}");
    }

    @Test
    void the_matrix_and_the_facts_behind_a_cell_go_by_the_same_map() {
        follow(new Story()
                .on("2014-10-10")
                .recorded(registered("2014-10-01", "330183101", "640104"), migrant("2014-10-10", null)));

        for (String map : List.of("", "&map=today", "&map=day")) {
            JsonNode matrix = analyst()
                    .get("/api/statistics/matrix?month=2014-11" + map)
                    .json()
                    .get("cells");
            assertThat(matrix).hasSize(1);
            assertThat(flow(matrix.get(0))).isEqualTo("330000 640000 1 first 1");
        }
        assertThat(analyst()
                        .get("/api/statistics/matrix?month=2014-12&map=day&division=330183")
                        .json()
                        .get("cells"))
                .isEmpty();
        String evidence = "/api/statistics/evidence?measure=migrant&map=day&division=330183&month=";
        assertThat(inspector().get(evidence + "2014-11").json().get("items")).isNotEmpty();
        assertThat(inspector().get(evidence + "2014-12").json().get("items")).isEmpty();
        assertThat(analyst()
                        .get(evidence.replace("day", "tomorrow") + "2014-11")
                        .status())
                .isEqualTo(400);
    }

    private static Caller analyst() {
        return served.as("ANALYST", "000000");
    }

    private static List<String> cells(String address) {
        return cells(analyst(), address);
    }

    private static List<String> cells(Caller caller, String address) {
        Caller.Reply reply = caller.get(address);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : reply.json().get("cells")) {
            List<String> parts = new ArrayList<>();
            parts.add(cell.get("day").stringValue());
            parts.add(cell.get("division").get("code").stringValue());
            parts.add(cell.get("measure").stringValue());
            for (String axis : List.of("sex", "ageBand")) {
                if (!cell.get(axis).isNull()) {
                    parts.add(cell.get(axis).stringValue());
                }
            }
            parts.add(figure(cell));
            cells.add(String.join(" ", parts));
        }
        return cells;
    }

    private static String flow(JsonNode cell) {
        return cell.get("residence").get("code").stringValue() + " "
                + cell.get("hukou").get("code").stringValue() + " " + figure(cell);
    }

    private static String figure(JsonNode cell) {
        return cell.get("count") + " first " + cell.get("asFirstReported")
                + (cell.get("restated").booleanValue() ? " restated" : "");
    }
}
