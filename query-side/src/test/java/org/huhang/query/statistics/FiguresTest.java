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
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.FileEvent.IdentityCorrected;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.ChildIdentity;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.Sex;
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
    void a_figure_speaks_of_the_last_day_of_its_month() {
        tables.follow(new Story()
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
        tables.follow(new Story()
                .on("2024-03-01")
                .recorded(REGISTERED, migrant("2024-03-01", null))
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
        tables.follow(new Story()
                .at(Instant.parse("2024-03-31T15:59:59Z"))
                .recorded(REGISTERED, migrant("2024-03-01", null))
                .at(Instant.parse("2024-03-31T16:00:00Z"))
                .recordedOf(OTHER, REGISTERED, migrant("2024-03-01", null)));
        assertThat(cells(MIGRANTS + "2024-03")).containsExactly("2024-03-31 330109 MIGRANT 2 first 1 restated");
    }

    @Test
    void the_running_month_speaks_of_today_and_was_not_reported_yet() {
        tables.follow(new Story().on("2024-10-10").recorded(REGISTERED, migrant("2024-10-15", null)));
        assertThat(cells(MIGRANTS + "2024-10")).containsExactly("2024-10-15 330109 MIGRANT 1 first null");
    }

    @Test
    void a_corrected_birth_date_moves_the_child_to_another_age_band_in_every_month() {
        tables.follow(new Story()
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
        tables.follow(new Story().on("2024-03-01").recorded(REGISTERED, born("2006-03-31")));
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
        tables.follow(new Story()
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
        tables.follow(new Story().on("2024-03-01").recorded(REGISTERED, listed("2024-03-01", "2024-03-31")));
        assertThat(cells("/api/statistics/counts?level=province&by=ground,sex&month=2024-03"))
                .containsExactly(
                        "2024-03-31 330000 DISABILITY MALE 1 first 1", "2024-03-31 330000 HARDSHIP MALE 1 first 1");
    }

    @Test
    void a_jurisdiction_counts_its_own_part_also_at_a_coarser_level() {
        tables.follow(new Story()
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
        tables.follow(new Story().on("2024-03-01").recorded(registered("2024-03-01", "330103", "640104")));
        for (String division : List.of("330103", "330105", "330100")) {
            assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-03&division=" + division))
                    .containsExactly("2024-03-31 330105 ON_FILE 1 first 1");
        }
        assertThat(cells("/api/statistics/counts?level=county&measure=on-file&month=2024-03&division=330102"))
                .isEmpty();
    }

    @Test
    void the_matrix_tells_from_which_province_children_came_to_which() {
        tables.follow(new Story()
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
        tables.follow(new Story()
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
        tables.follow(new Story()
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
            first.get("items").forEach(fact -> assertThat(fact.hasNonNull("caseId") || fact.hasNonNull("position"))
                    .isFalse());
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
        assertThat(refused("month=2024-03&level=county&knownAt=2024-10-16T00:00:00Z"))
                .isEqualTo("422 DATE_IN_THE_FUTURE knownAt");
        assertThat(served.as("CHILD_DIRECTOR", "330109101")
                        .get(MIGRANTS + "2024-03")
                        .refusal())
                .startsWith("403 NOT_PERMITTED");
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
