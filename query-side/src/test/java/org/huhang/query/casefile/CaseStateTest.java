package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.kit.Happenings.*;
import static org.huhang.query.kit.Story.CHILD;
import static org.huhang.query.kit.Story.OTHER;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.CaseFile;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.IdentityDocument;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

class CaseStateTest {

    @Test
    void nothing_is_known_of_a_case_without_its_registration() {
        assertThat(Pictures.now(List.of())).isEmpty();
        assertThat(Pictures.now(new Story()
                        .recorded(visited("2024-04-01", "2024-05-01"))
                        .history(CHILD)))
                .isEmpty();
    }

    @Test
    void a_late_recorded_earlier_visit_does_not_replace_the_last_one() {
        Registered view = after(
                registered("2024-03-01"),
                listed("2024-03-05", "2024-04-04"),
                visited("2024-04-01", "2024-05-01"),
                visited("2024-03-20", "2024-05-01"));

        assertThat(view.keyCare().lastVisit())
                .hasValueSatisfying(visit -> assertThat(visit.on()).isEqualTo("2024-04-01"));
    }

    @Test
    void a_reassessment_changes_risk_and_next_visit_but_not_the_day_of_listing() {
        Registered view = after(
                registered("2024-03-01"), listed("2024-03-05", "2024-04-04"), reassessed("2024-03-09", "2024-03-16"));

        KeyCare.Listed listed = view.keyCare().listed().orElseThrow();
        assertThat(listed.since()).isEqualTo("2024-03-05");
        assertThat(listed.risk()).isEqualTo(RiskLevel.HIGH);
        assertThat(listed.nextVisit().by()).isEqualTo("2024-03-16");
    }

    @Test
    void after_delisting_the_last_visit_is_still_known() {
        Registered view = after(
                registered("2024-03-01"),
                listed("2024-03-05", "2024-04-04"),
                visited("2024-04-01", "2024-05-01"),
                delisted("2024-06-01"));

        assertThat(view.keyCare().listing()).isInstanceOf(KeyCare.Delisted.class);
        assertThat(view.keyCare().lastVisit()).isPresent();
    }

    @Test
    void the_end_of_a_status_already_replaced_changes_nothing() {
        Registered view = after(
                registered("2024-03-01"),
                migrant("2024-03-02", "2024-09-02"),
                leftBehind("2024-05-01"),
                migrantEnded("2024-05-01"));

        assertThat(view.screening()).isInstanceOf(ScreeningState.LeftBehind.class);
    }

    @Test
    void an_ended_status_says_which_it_was_and_keeps_its_evaluation() {
        Registered view =
                after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), migrantEnded("2024-05-01"));

        assertThat(view.screening()).isInstanceOfSatisfying(ScreeningState.Ended.class, ended -> assertThat(ended.was())
                .isEqualTo(ScreenedStatus.MIGRANT));
        assertThat(view.screening())
                .isInstanceOfSatisfying(ScreeningState.Ended.class, ended -> assertThat(ended.evaluation())
                        .isEqualTo(1));
    }

    @Test
    void a_status_counts_until_the_review_of_another_is_decided() {
        Registered inReview =
                after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), toReview("2024-05-01"));
        Registered ended = after(
                registered("2024-03-01"),
                migrant("2024-03-02", "2024-09-02"),
                toReview("2024-05-01"),
                migrantEnded("2024-06-01"));

        assertThat(inReview.screening().held().map(ScreeningState.Held::which)).contains(ScreenedStatus.MIGRANT);
        assertThat(ended.screening()).isInstanceOf(ScreeningState.Ended.class);
        assertThat(ended.screening().held()).isEmpty();
    }

    @Test
    void a_status_found_again_counts_from_the_first_day() {
        Registered view = after(
                registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), migrant("2024-08-01", "2025-02-01"));

        assertThat(view.screening().held().map(ScreeningState.Held::since)).contains(LocalDate.of(2024, 3, 2));
    }

    @Test
    void a_reconfirmation_renews_the_evaluation_and_keeps_the_first_day() {
        Registered view = after(
                registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), reconfirmed("2024-08-30", "2025-02-28"));

        ScreeningState.Migrant migrant = (ScreeningState.Migrant) view.screening();
        assertThat(migrant.since()).isEqualTo("2024-03-02");
        assertThat(migrant.evaluation()).isEqualTo(2);
        assertThat(migrant.found()).isEqualTo(1);
        assertThat(migrant.reconfirmBy()).contains(LocalDate.of(2025, 2, 28));
    }

    @Test
    void care_that_was_reviewed_keeps_its_one_year_mark() {
        Registered view = after(
                registered("2024-03-01"),
                lapsed("2024-04-01"),
                temporaryCare("2024-04-02", "2024-07-02", "2025-04-02"),
                careReviewed("2024-06-30", "2024-09-30"),
                returnAssessed("2024-08-01"));

        Guardianship.InTemporaryCare care = (Guardianship.InTemporaryCare) view.guardianship();
        assertThat(care.reviewBy()).isEqualTo("2024-09-30");
        assertThat(care.oneYearMark()).isEqualTo("2025-04-02");
        assertThat(care.lastReview()).isPresent();
        assertThat(care.assessment()).isPresent();
    }

    @Test
    void papers_in_a_correction_are_all_there_are() {
        IdentityDocument right = passport("E1");
        Registered view =
                after(registered("2024-03-01"), attached("E9", "2024-04-01"), corrected("2024-03-01", "李铭", right));

        assertThat(view.child().identity().documents()).containsExactly(right);
        assertThat(view.child().identity().name().reveal()).isEqualTo("李铭");
    }

    @Test
    void the_absorbed_case_names_its_survivor_and_the_survivor_what_it_absorbed() {
        Story story = new Story()
                .recorded(registered("2024-03-01"))
                .recordedOf(OTHER, registered("2024-03-02"))
                .recorded(merged(CHILD, OTHER, "2024-05-01"))
                .recordedOf(OTHER, merged(CHILD, OTHER, "2024-05-01"));

        assertThat(Pictures.now(story.ofCase(CHILD)).orElseThrow().file().absorbed())
                .extracting(CaseFile.Absorption::caseId)
                .containsExactly(OTHER);
        assertThat(Pictures.now(story.ofCase(OTHER)).orElseThrow().lifecycle())
                .isInstanceOfSatisfying(Lifecycle.Absorbed.class, rest -> assertThat(rest.survivor())
                        .isEqualTo(CHILD));
    }

    @Test
    void an_unmerged_case_was_open_all_along() {
        Story story = new Story()
                .recordedOf(OTHER, registered("2024-03-02"), merged(CHILD, OTHER, "2024-05-01"))
                .recordedOf(OTHER, unmerged(CHILD, OTHER, "2024-06-01"))
                .recorded(registered("2024-03-01"), merged(CHILD, OTHER, "2024-05-01"))
                .recorded(unmerged(CHILD, OTHER, "2024-06-01"));

        assertThat(Pictures.now(story.ofCase(OTHER)).orElseThrow().lifecycle())
                .isInstanceOfSatisfying(Lifecycle.Open.class, open -> assertThat(open.openSince())
                        .isEqualTo("2024-03-02"));
        assertThat(Pictures.now(story.ofCase(CHILD)).orElseThrow().file().absorbed())
                .isEmpty();
    }

    static Registered after(CaseEvent... events) {
        return Pictures.now(new Story().on("2024-09-01").recorded(events).history(CHILD))
                .orElseThrow();
    }
}
