package org.huhang.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.huhang.query.kit.ReadModelKit;
import org.huhang.query.kit.Served;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the audit shows of a child to the offices that it has left, also where it was passed over when it moved. */
class FormerOfficesTest {

    private static final String FIRST = "330109";
    private static final String SECOND = "330111";
    private static final String THIRD = "510104";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T04:00:00Z"));

    private final Divisions divisions = PublishedDivisions.load();
    private final ReadModelKit tables = ReadModelKit.empty(new AuditProjection(divisions));
    private final Served audit = Served.of(AuditController.class, tables, divisions, CLOCK);
    private final Story log = new Story();

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void an_office_between_two_moves_keeps_what_was_recorded_while_the_child_was_its_own() {
        aChildWithTwoVisitsMovesOnTwice();
        tables.follow(log);

        assertThat(seenBy(FIRST, "")).containsExactly(3L, 2L, 1L);
        assertThat(seenBy(SECOND, "")).containsExactly(5L, 4L, 3L);
        assertThat(seenBy(SECOND, "knownAt=4")).as("while it was its own").containsExactly(4L, 3L, 2L, 1L);
        assertThat(seenBy(THIRD, "")).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void an_office_left_while_the_case_was_passed_over_reads_nothing_that_the_next_one_recorded() {
        log.on("2024-03-01").recorded(registered("2024-03-01"));
        log.on("2024-03-02").recorded(visited("2024-03-02", "2024-04-19"));
        log.on("2024-03-03").recorded(moved(SECOND, "2024-03-03"));
        log.on("2024-03-04").recorded(visited("2024-03-04", "2024-04-19"));
        another("2024-03-05");
        tables.followPassingOver(CHILD, 2, log);
        another("2024-03-06");
        tables.follow(log);

        assertThat(seenBy(FIRST, "")).containsExactly(3L, 2L, 1L);
        assertThat(seenBy(SECOND, "")).containsExactly(4L, 3L, 2L, 1L);
        assertThat(seenBy(FIRST, "knownAt=5")).as("before it was replayed").containsExactly(1L);
        assertThat(seenBy(SECOND, "knownAt=5")).isEmpty();
    }

    @Test
    void an_office_that_had_the_child_only_while_it_was_passed_over_keeps_its_own_entries() {
        aChildWithTwoVisitsMovesOnTwice();
        another("2024-03-07");
        tables.followPassingOver(CHILD, 3, log);
        another("2024-03-08");
        tables.follow(log);

        assertThat(seenBy(FIRST, "")).containsExactly(3L, 2L, 1L);
        assertThat(seenBy(SECOND, "")).containsExactly(5L, 4L, 3L);
        assertThat(seenBy(THIRD, "")).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(seenBy(SECOND, "knownAt=7")).as("before it was replayed").isEmpty();
    }

    @Test
    void so_does_the_first_office_of_a_child_passed_over_from_registration_on() {
        aChildWithTwoVisitsMovesOnTwice();
        another("2024-03-07");
        tables.followPassingOver(CHILD, 1, log);
        another("2024-03-08");
        tables.follow(log);

        assertThat(seenBy(FIRST, "")).containsExactly(3L, 2L, 1L);
        assertThat(seenBy(SECOND, "")).containsExactly(5L, 4L, 3L);
        assertThat(seenBy(FIRST, "knownAt=7")).isEmpty();
    }

    private void aChildWithTwoVisitsMovesOnTwice() {
        log.on("2024-03-01").recorded(registered("2024-03-01"));
        log.on("2024-03-02").recorded(visited("2024-03-02", "2024-04-19"));
        log.on("2024-03-03").recorded(moved(SECOND, "2024-03-03"));
        log.on("2024-03-04").recorded(visited("2024-03-04", "2024-04-19"));
        log.on("2024-03-05").recorded(moved(THIRD, "2024-03-05"));
        log.on("2024-03-06").recorded(visited("2024-03-06", "2024-04-19"));
    }

    /** Of a child that is none of theirs. */
    private void another(String day) {
        log.on(day)
                .recordedOf(
                        OTHER,
                        log.history(OTHER).isEmpty()
                                ? registered(day, "640104", "640104")
                                : visited(day, "2024-04-19"));
    }

    private List<Long> seenBy(String county, String query) {
        return audit.as("COUNTY_OFFICER", county)
                .get("/api/audit?" + query)
                .json()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("position").asLong())
                .toList();
    }
}
