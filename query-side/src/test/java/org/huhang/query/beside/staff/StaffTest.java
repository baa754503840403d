package org.huhang.query.beside.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.query.kit.Caller;
import org.huhang.query.kit.Happenings;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Served;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Read on 2024-06-01. */
class StaffTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-06-01T01:00:00Z"));
    private static final StreamId ONE = StreamId.of("00000000-0000-4000-8000-000000000001");
    private static final StreamId TWO = StreamId.of("00000000-0000-4000-8000-000000000002");
    private static final StreamId THREE = StreamId.of("00000000-0000-4000-8000-000000000003");
    private static final String VILLAGE = "330109101201";
    private static final String NEXT_VILLAGE = "330109101202";
    private static final String OTHER_TOWNSHIP = "330109102201";
    private static final String OTHER_COUNTY = "330106109201";

    private static ReadModelKit tables;
    private static Served served;

    @BeforeAll
    static void serve() {
        tables = ReadModelKit.empty(new StaffProjection(PublishedDivisions.load()));
        served = Served.of(StaffController.class, tables, PublishedDivisions.load(), CLOCK);
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
    void just_the_facts_of_staff_bear_on_it() {
        StaffProjection projection = new StaffProjection(PublishedDivisions.load());

        assertThat(EventCatalogue.all().stream().filter(projection::bears).map(EventCatalogue::name))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.all().stream()
                        .filter(StaffEvent.class::isAssignableFrom)
                        .map(EventCatalogue::name)
                        .toList());
    }

    @Test
    void who_answers_for_a_village_is_shown_with_all_their_areas() {
        tables.follow(new Story()
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE, NEXT_VILLAGE))
                .recordedOf(ONE, trained(TrainingKind.INDUCTION, "2023-12-20")));

        assertThat(rows("?division=" + VILLAGE).getFirst().toString())
                .isEqualTo("{\"staffId\":\"" + ONE + "\",\"name\":\"钱七\",\"post\":\"CHILD_DIRECTOR\",\"areas\":["
                        + "{\"code\":\"330109101201\",\"name\":\"" + name(VILLAGE)
                        + "\",\"official\":" + official(VILLAGE) + ",\"today\":[],\"then\":[]},"
                        + "{\"code\":\"330109101202\",\"name\":\"" + name(NEXT_VILLAGE)
                        + "\",\"official\":" + official(NEXT_VILLAGE) + ",\"today\":[],\"then\":[]}],"
                        + "\"since\":\"2024-01-01\",\"until\":null,"
                        + "\"training\":{\"last\":\"2023-12-20\",\"kind\":\"INDUCTION\",\"counts\":true}}");
    }

    @Test
    void each_day_has_who_answered_then() {
        tables.follow(new Story()
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE), ended("2024-03-01"))
                .recordedOf(TWO, director("孙八", "2024-02-01", NEXT_VILLAGE), assigned("2024-03-01", VILLAGE)));

        assertThat(names("?on=2023-12-31&division=" + VILLAGE)).isEmpty();
        assertThat(names("?on=2024-02-29&division=" + VILLAGE)).containsExactly("钱七");
        assertThat(names("?on=2024-03-01&division=" + VILLAGE)).containsExactly("孙八");
        assertThat(names("?division=" + VILLAGE)).containsExactly("孙八");
        assertThat(names("?on=2024-02-29")).containsExactly("钱七", "孙八");
        assertThat(rows("?on=2024-02-29&division=" + VILLAGE)
                        .getFirst()
                        .get("until")
                        .stringValue())
                .isEqualTo("2024-03-01");
    }

    @Test
    void a_village_shows_who_supervises_its_township_too() {
        tables.follow(new Story()
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE))
                .recordedOf(TWO, supervisor("孙八", "2024-01-01", "330109101"))
                .recordedOf(THREE, supervisor("李九", "2024-01-01", "330109102")));

        assertThat(names("?division=" + VILLAGE)).containsExactly("孙八", "钱七");
        assertThat(names("?role=child-director&division=" + VILLAGE)).containsExactly("钱七");
        assertThat(names("?role=township-supervisor")).containsExactly("孙八", "李九");
        assertThat(names("?division=330109101")).containsExactly("孙八", "钱七");
        assertThat(names("?division=330109")).containsExactly("孙八", "钱七", "李九");
    }

    @Test
    void what_is_told_late_changes_what_was_so_but_not_what_was_known() {
        Story story = new Story().on("2024-05-01").recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE));
        tables.follow(story);
        JsonNode before = list("?on=2024-04-15&division=" + VILLAGE);
        tables.follow(story.on("2024-05-02").recordedOf(ONE, assigned("2024-04-01", NEXT_VILLAGE)));
        tables.follow(story.on("2024-05-03").recordedOf(ONE, assigned("2024-04-10", VILLAGE)));

        assertThat(names("?on=2024-04-05&division=" + VILLAGE)).isEmpty();
        assertThat(names("?on=2024-04-15&division=" + VILLAGE)).containsExactly("钱七");
        assertThat(names("?on=2024-04-15&knownAt=2&division=" + VILLAGE)).isEmpty();
        assertThat(list("?on=2024-04-15&knownAt=1&division=" + VILLAGE)).isEqualTo(before);
        assertThat(list("?on=2024-04-15&knownAt=2024-05-01&division=" + VILLAGE))
                .isEqualTo(before);
        assertThat(list("?knownAt=1").get("on").stringValue()).isEqualTo("2024-05-01");
    }

    @Test
    void the_end_of_a_post_is_not_known_before_it_is_told() {
        Story story = new Story().on("2024-05-01").recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE));
        tables.follow(story.on("2024-05-02").recordedOf(ONE, ended("2024-03-01")));

        assertThat(names("")).isEmpty();
        assertThat(names("?knownAt=1")).containsExactly("钱七");
        assertThat(rows("?knownAt=1").getFirst().get("until").isNull()).isTrue();
    }

    @Test
    void a_list_keeps_to_the_readers_part_of_the_country() {
        tables.follow(new Story()
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE, OTHER_TOWNSHIP))
                .recordedOf(TWO, director("孙八", "2024-01-01", OTHER_COUNTY)));

        assertThat(names(served.as("SUPERVISOR", "330109101"), "")).containsExactly("钱七");
        assertThat(names(served.as("SUPERVISOR", "330109103"), "")).isEmpty();
        assertThat(names(served.as("COUNTY_OFFICER", "330106"), "")).containsExactly("孙八");
        assertThat(names(served.as("COUNTY_OFFICER", "330106"), "?division=" + VILLAGE))
                .isEmpty();
        assertThat(names(served.as("CITY_OFFICER", "330100"), "")).containsExactly("孙八", "钱七");
        assertThat(served.as("CHILD_DIRECTOR", VILLAGE).get("/api/staff").status())
                .isEqualTo(403);
        assertThat(served.as("ANALYST", "330100").get("/api/staff").status()).isEqualTo(403);
    }

    @Test
    void pages_repeat_and_skip_nobody() {
        Story story = new Story();
        IntStream.range(0, 11)
                .forEach(i -> story.recordedOf(
                        StreamId.of("00000000-0000-4000-8000-0000000000" + (10 + i)),
                        director("员" + i, "2024-01-01", i % 2 == 0 ? VILLAGE : NEXT_VILLAGE)));
        tables.follow(story);

        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = list("?limit=3" + cursor);
            page.get("items").forEach(row -> all.add(row.get("name").stringValue()));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").stringValue();
        }
        assertThat(all).hasSize(11).doesNotHaveDuplicates().isEqualTo(names("?limit=200"));
        String next = list("?limit=3").get("next").stringValue();
        assertThat(inspector()
                        .get("/api/staff?role=child-director&cursor=" + next)
                        .refusal())
                .isEqualTo("400 INVALID_CURSOR cursor");
    }

    @Test
    void slips_are_refused_by_name() {
        assertThat(inspector().get("/api/staff?role=mayor").refusal()).isEqualTo("400 INVALID_PARAMETER role");
        assertThat(inspector().get("/api/staff?division=33010").refusal()).isEqualTo("422 DIVISION_MALFORMED division");
        assertThat(inspector().get("/api/staff?on=2024-06-02").refusal()).isEqualTo("422 DATE_IN_THE_FUTURE on");
        assertThat(inspector().get("/api/staff?post=x").status()).isEqualTo(400);
        assertThat(inspector().get("/api/staff/training-coverage?on=2024-06-02").refusal())
                .isEqualTo("422 DATE_IN_THE_FUTURE on");
    }

    @Test
    void coverage_counts_each_person_once_in_each_county_and_in_all() {
        tables.follow(new Story()
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE, NEXT_VILLAGE, OTHER_COUNTY))
                .recordedOf(ONE, trained(TrainingKind.INDUCTION, "2023-12-20"))
                .recordedOf(TWO, director("孙八", "2020-01-01", VILLAGE))
                .recordedOf(TWO, trained(TrainingKind.INDUCTION, "2023-05-31"))
                .recordedOf(THREE, supervisor("李九", "2024-01-01", "330109101")));

        JsonNode coverage = coverage("");
        assertThat(coverage.get("total").toString())
                .isEqualTo("{\"inPost\":3,\"trained\":1,\"trainedBefore\":1,\"neverTrained\":1,\"percent\":33}");
        assertThat(coverage.get("countsFrom").stringValue()).isEqualTo("2023-06-01");
        assertThat(coverage.get("edition").stringValue()).isEqualTo("STAFF-TRAINING-2019");
        assertThat(coverage.get("counties").valueStream())
                .extracting(
                        county -> county.at("/county/code").stringValue(),
                        county -> county.at("/figures/inPost").intValue(),
                        county -> county.at("/figures/percent").intValue())
                .containsExactly(tuple("330106", 1, 100), tuple("330109", 3, 33));
        assertThat(coverage("?on=2024-05-31").at("/total/trained").intValue())
                .as("a training counts for twelve months to the day")
                .isEqualTo(2);
        assertThat(coverage("?role=township-supervisor").at("/total/percent").intValue())
                .isZero();
        assertThat(coverage("?on=2019-01-01").at("/total/percent").isNull()).isTrue();
        assertThat(served.as("ANALYST", "330100")
                        .get("/api/staff/training-coverage")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_training_is_not_counted_as_of_before_it_was_known() {
        Story story = new Story().on("2024-05-01").recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE));
        tables.follow(story.on("2024-05-02").recordedOf(ONE, trained(TrainingKind.IN_SERVICE, "2024-04-01")));

        assertThat(coverage("").at("/total/percent").intValue()).isEqualTo(100);
        assertThat(coverage("?knownAt=1").at("/total/percent").intValue()).isZero();
        assertThat(rows("?knownAt=1").getFirst().at("/training/last").isNull()).isTrue();
    }

    @Test
    void facts_that_come_twice_count_once_and_those_of_children_not_at_all() {
        Story story = new Story()
                .recorded(Happenings.registered("2024-01-10"))
                .recordedOf(ONE, director("钱七", "2024-01-01", VILLAGE), assigned("2024-03-01", NEXT_VILLAGE))
                .recordedOf(ONE, trained(TrainingKind.IN_SERVICE, "2024-04-01"), ended("2024-05-01"));
        for (Recorded fact : story.after(0, Integer.MAX_VALUE)) {
            tables.deliver(fact);
            tables.deliver(fact);
        }
        String twice = list("?on=2024-04-30").toString();
        tables.clear();
        tables.follow(story);

        assertThat(list("?on=2024-04-30").toString()).isEqualTo(twice).contains("钱七");
    }

    private static StaffAppointed director(String name, String day, String... areas) {
        return appointed(name, StaffPost.CHILD_DIRECTOR, day, areas);
    }

    private static StaffAppointed supervisor(String name, String day, String... areas) {
        return appointed(name, StaffPost.TOWNSHIP_SUPERVISOR, day, areas);
    }

    private static StaffAppointed appointed(String name, StaffPost post, String day, String... areas) {
        return new StaffAppointed(PersonName.of(name), post, refs(areas), Optional.empty(), LocalDate.parse(day));
    }

    private static StaffAreaAssigned assigned(String day, String... areas) {
        return new StaffAreaAssigned(refs(areas), LocalDate.parse(day));
    }

    private static StaffPostEnded ended(String day) {
        return new StaffPostEnded(PostEndReason.REPLACED, Optional.empty(), LocalDate.parse(day));
    }

    private static StaffTrainingRecorded trained(TrainingKind kind, String day) {
        return new StaffTrainingRecorded(kind, Narrative.of("走访探视"), LocalDate.parse(day));
    }

    private static Set<DivisionRef> refs(String... areas) {
        return Arrays.stream(areas)
                .map(area -> new DivisionRef(DivisionCode.of(area), DivisionEdition.of("202412")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String name(String village) {
        return PublishedDivisions.load().fullName(DivisionCode.of(village));
    }

    private static boolean official(String village) {
        return PublishedDivisions.load().isOfficial(DivisionCode.of(village));
    }

    private static Caller inspector() {
        return served.as("INSPECTOR", "000000");
    }

    private static JsonNode list(String question) {
        return answer(inspector(), "/api/staff" + question);
    }

    private static JsonNode coverage(String question) {
        return answer(inspector(), "/api/staff/training-coverage" + question);
    }

    private static List<JsonNode> rows(String question) {
        return list(question).get("items").valueStream().toList();
    }

    private static List<String> names(String question) {
        return names(inspector(), question);
    }

    private static List<String> names(Caller caller, String question) {
        return answer(caller, "/api/staff" + question)
                .get("items")
                .valueStream()
                .map(row -> row.get("name").stringValue())
                .toList();
    }

    private static JsonNode answer(Caller caller, String address) {
        Caller.Reply reply = caller.get(address);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.json();
    }
}
