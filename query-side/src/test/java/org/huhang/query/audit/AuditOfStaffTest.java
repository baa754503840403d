package org.huhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.PublishedDivisions;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of somebody whose areas lie in three counties, of which one is given up and another one taken over. Read on 2024-06-01. */
class AuditOfStaffTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-06-01T01:00:00Z"));
    private static final StreamId MEMBER = StreamId.of("00000000-0000-4000-8000-000000000001");
    private static final String KEPT = "330105001001";
    private static final String GIVEN_UP = "330106109201";
    private static final String KEPT_TOO = "330109101201";
    private static final String TAKEN_OVER = "330108001001";

    private static ReadModelKit tables;
    private static Served served;

    @BeforeAll
    static void serve() {
        tables = ReadModelKit.empty(new AuditProjection(PublishedDivisions.load()));
        served = Served.of(AuditController.class, tables, PublishedDivisions.load(), CLOCK);
        tables.follow(new Story()
                .on("2024-03-01")
                .recordedOf(
                        MEMBER,
                        new StaffAppointed(
                                PersonName.of("钱七"),
                                StaffPost.CHILD_DIRECTOR,
                                refs(KEPT, GIVEN_UP, KEPT_TOO),
                                Optional.empty(),
                                LocalDate.parse("2024-01-01")),
                        trained())
                .on("2024-03-02")
                .recorded(Happenings.registered("2024-03-01"))
                .on("2024-04-02")
                .recordedOf(
                        MEMBER,
                        new StaffAreaAssigned(refs(KEPT, KEPT_TOO, TAKEN_OVER), LocalDate.parse("2024-04-01")),
                        trained()));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void each_county_that_they_answer_for_is_told_all_of_it() {
        for (String area : List.of(KEPT, KEPT_TOO, TAKEN_OVER)) {
            assertThat(positions(officer(area), "staffId=" + MEMBER)).as(area).containsExactly(5L, 4L, 2L, 1L);
        }
        assertThat(positions(served.as("CITY_OFFICER", "330100"), "staffId=" + MEMBER))
                .containsExactly(5L, 4L, 2L, 1L);
        assertThat(positions(served.as("CITY_OFFICER", "330200"), "")).isEmpty();
        assertThat(positions(served.as("INSPECTOR", "000000"), "staffId=" + MEMBER))
                .containsExactly(5L, 4L, 2L, 1L);
    }

    @Test
    void one_that_they_no_longer_answer_for_keeps_what_was_recorded_meanwhile_and_no_more() {
        assertThat(positions(officer(GIVEN_UP), "")).containsExactly(4L, 2L, 1L);
    }

    @Test
    void as_of_before_a_change_it_is_told_to_those_of_before() {
        assertThat(positions(officer(GIVEN_UP), "knownAt=2")).containsExactly(2L, 1L);
        assertThat(positions(officer(TAKEN_OVER), "knownAt=3")).isEmpty();
    }

    private static Caller officer(String area) {
        return served.as("COUNTY_OFFICER", area.substring(0, 6));
    }

    private static List<Long> positions(Caller caller, String query) {
        JsonNode page = caller.get("/api/audit?" + query).json();
        return page.get("items")
                .valueStream()
                .map(entry -> entry.get("position").longValue())
                .toList();
    }

    private static StaffTrainingRecorded trained() {
        return new StaffTrainingRecorded(TrainingKind.IN_SERVICE, Narrative.of("走访探视"), LocalDate.parse("2024-02-01"));
    }

    private static Set<DivisionRef> refs(String... areas) {
        return Arrays.stream(areas)
                .map(area -> new DivisionRef(DivisionCode.of(area), DivisionEdition.of("202412")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
