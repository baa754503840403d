package org.huhang.query.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.area.TaskKind.AGES_OUT;
import static org.huhang.query.area.TaskKind.DECIDE_REVIEW;
import static org.huhang.query.area.TaskKind.RECONFIRM_SCREENING;
import static org.huhang.query.area.TaskKind.REVIEW_TEMPORARY_CARE;
import static org.huhang.query.area.TaskKind.TEMPORARY_CARE_ONE_YEAR;
import static org.huhang.query.area.TaskKind.TURNS_EIGHTEEN;
import static org.huhang.query.area.TaskKind.VISIT_DUE;
import static org.huhang.query.kit.Happenings.careReviewed;
import static org.huhang.query.kit.Happenings.closed;
import static org.huhang.query.kit.Happenings.delisted;
import static org.huhang.query.kit.Happenings.lapsed;
import static org.huhang.query.kit.Happenings.leftBehind;
import static org.huhang.query.kit.Happenings.listed;
import static org.huhang.query.kit.Happenings.merged;
import static org.huhang.query.kit.Happenings.migrant;
import static org.huhang.query.kit.Happenings.migrantEnded;
import static org.huhang.query.kit.Happenings.reassessed;
import static org.huhang.query.kit.Happenings.reconfirmed;
import static org.huhang.query.kit.Happenings.registered;
import static org.huhang.query.kit.Happenings.reopened;
import static org.huhang.query.kit.Happenings.returned;
import static org.huhang.query.kit.Happenings.screenedOut;
import static org.huhang.query.kit.Happenings.temporaryCare;
import static org.huhang.query.kit.Happenings.toReview;
import static org.huhang.query.kit.Happenings.unmerged;
import static org.huhang.query.kit.Happenings.visited;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;
import static org.huhang.query.kit.Told.told;

import java.time.LocalDate;
import java.util.Map;
import org.huhang.kernel.event.CaseEvent;
import org.junit.jupiter.api.Test;

/** The child was born on 2012-05-20. */
class DutiesTest {

    private static final CaseEvent REGISTERED = registered("2024-01-10");

    @Test
    void of_a_registered_child_only_the_eighteenth_birthday_is_noted() {
        assertThat(tasks(REGISTERED)).isEqualTo(Map.of(TURNS_EIGHTEEN, day("2030-05-20")));
    }

    @Test
    void a_migrant_is_to_be_reconfirmed_and_ages_out_at_sixteen() {
        assertThat(tasks(REGISTERED, migrant("2024-03-01", "2024-09-01")))
                .containsEntry(RECONFIRM_SCREENING, day("2024-09-01"))
                .containsEntry(AGES_OUT, day("2028-05-20"));
    }

    @Test
    void a_reconfirmation_puts_the_next_one_off() {
        assertThat(tasks(REGISTERED, migrant("2024-03-01", "2024-09-01"), reconfirmed("2024-08-20", "2025-02-20")))
                .containsEntry(RECONFIRM_SCREENING, day("2025-02-20"));
    }

    @Test
    void an_ended_status_leaves_nothing_to_reconfirm() {
        assertThat(tasks(REGISTERED, migrant("2024-03-01", "2024-09-01"), migrantEnded("2024-05-01")))
                .containsOnlyKeys(TURNS_EIGHTEEN);
        assertThat(tasks(REGISTERED, leftBehind("2024-03-01"), screenedOut("2024-05-01")))
                .containsOnlyKeys(TURNS_EIGHTEEN);
    }

    @Test
    void a_review_waits_from_the_day_it_was_asked_for_and_the_status_before_it_still_ages_out() {
        assertThat(tasks(REGISTERED, migrant("2024-03-01", "2024-09-01"), toReview("2024-05-01")))
                .containsEntry(DECIDE_REVIEW, day("2024-05-01"))
                .containsKey(AGES_OUT)
                .doesNotContainKey(RECONFIRM_SCREENING);
    }

    @Test
    void a_listed_child_is_to_be_visited_until_delisted() {
        CaseEvent listed = listed("2024-02-01", "2024-03-02");
        CaseEvent visited = visited("2024-02-20", "2024-03-21");
        assertThat(tasks(REGISTERED, listed)).containsEntry(VISIT_DUE, day("2024-03-02"));
        assertThat(tasks(REGISTERED, listed, visited)).containsEntry(VISIT_DUE, day("2024-03-21"));
        assertThat(tasks(REGISTERED, listed, visited, delisted("2024-04-01"))).doesNotContainKey(VISIT_DUE);
    }

    @Test
    void an_earlier_visit_told_late_does_not_put_off_the_next_one() {
        CaseEvent listed = listed("2024-02-01", "2024-03-02");
        CaseEvent reassessed = reassessed("2024-02-25", "2024-03-03");
        assertThat(tasks(REGISTERED, listed, reassessed, visited("2024-02-20", "2024-05-20")))
                .containsEntry(VISIT_DUE, day("2024-03-03"));
    }

    @Test
    void temporary_care_is_to_be_reviewed_and_its_year_is_noted_until_it_ends() {
        CaseEvent lapsed = lapsed("2024-02-01");
        CaseEvent care = temporaryCare("2024-02-05", "2024-05-05", "2025-02-05");
        CaseEvent reviewed = careReviewed("2024-05-01", "2024-08-01");
        assertThat(tasks(REGISTERED, lapsed)).containsOnlyKeys(TURNS_EIGHTEEN);
        assertThat(tasks(REGISTERED, lapsed, care, reviewed))
                .containsEntry(REVIEW_TEMPORARY_CARE, day("2024-08-01"))
                .containsEntry(TEMPORARY_CARE_ONE_YEAR, day("2025-02-05"));
        assertThat(tasks(REGISTERED, lapsed, care, reviewed, returned("2024-09-01")))
                .containsOnlyKeys(TURNS_EIGHTEEN);
    }

    @Test
    void a_closed_or_absorbed_case_asks_nothing_until_it_is_taken_up_again() {
        CaseEvent migrant = migrant("2024-03-01", "2024-09-01");
        assertThat(tasks(REGISTERED, migrant, closed("2024-05-01"))).isEmpty();
        assertThat(tasks(REGISTERED, migrant, closed("2024-05-01"), reopened("2024-06-01")))
                .isEqualTo(tasks(REGISTERED, migrant));
        assertThat(tasks(REGISTERED, migrant, merged(OTHER, CHILD, "2024-05-01")))
                .isEmpty();
        assertThat(tasks(REGISTERED, migrant, merged(OTHER, CHILD, "2024-05-01"), unmerged(OTHER, CHILD, "2024-06-01")))
                .isEqualTo(tasks(REGISTERED, migrant));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Map<TaskKind, LocalDate> tasks(CaseEvent... facts) {
        return told(facts).duties();
    }
}
