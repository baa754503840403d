package org.huhang.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.query.area.Alert.Kind.*;
import static org.huhang.query.casefile.CaseStateTest.after;
import static org.huhang.query.kit.Happenings.*;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.FileEvent.IdentityCorrected;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.Narrative;
import org.huhang.query.area.Alert;
import org.huhang.query.kit.Story;
import org.junit.jupiter.api.Test;

class OnTheDayTest {

    @Test
    void a_visit_is_overdue_from_the_day_after_it_was_due() {
        Registered view = after(registered("2024-03-01"), listed("2024-03-05", "2024-04-04"));

        assertThat(OnTheDay.of(view, LocalDate.of(2024, 4, 4), PolicyBook.published())
                        .overdueDays())
                .hasValue(0);
        assertThat(alerts(view, "2024-04-04")).isEmpty();
        assertThat(OnTheDay.of(view, LocalDate.of(2024, 4, 7), PolicyBook.published())
                        .overdueDays())
                .hasValue(3);
        assertThat(OnTheDay.of(view, LocalDate.of(2024, 4, 7), PolicyBook.published())
                        .alerts())
                .containsExactly(new Alert(VISIT_OVERDUE, LocalDate.of(2024, 4, 4), 3));
    }

    @Test
    void a_child_not_on_the_ledger_has_no_overdue_days() {
        assertThat(OnTheDay.of(after(registered("2024-03-01")), LocalDate.of(2024, 4, 7), PolicyBook.published())
                        .overdueDays())
                .isEmpty();
    }

    @Test
    void temporary_care_over_a_year_is_an_alert_and_goes_on() {
        Registered view = after(
                registered("2024-03-01"),
                lapsed("2024-04-01"),
                temporaryCare("2024-04-02", "2024-07-02", "2025-04-02"));

        assertThat(alerts(view, "2024-07-02")).isEmpty();
        assertThat(alerts(view, "2024-07-03")).containsExactly(TEMPORARY_CARE_REVIEW_OVERDUE);
        assertThat(alerts(view, "2025-04-03"))
                .containsExactly(TEMPORARY_CARE_REVIEW_OVERDUE, TEMPORARY_CARE_BEYOND_ONE_YEAR);
        assertThat(view.guardianship()).isInstanceOf(Guardianship.InTemporaryCare.class);
    }

    @Test
    void a_reconfirmation_is_overdue_only_while_the_status_is_held() {
        Registered held = after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"));
        Registered ended =
                after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), migrantEnded("2024-05-01"));

        assertThat(alerts(held, "2024-09-02")).isEmpty();
        assertThat(alerts(held, "2024-09-03")).containsExactly(RECONFIRMATION_OVERDUE);
        assertThat(alerts(ended, "2024-09-03")).isEmpty();
        Registered inReview =
                after(registered("2024-03-01"), migrant("2024-03-02", "2024-09-02"), toReview("2024-08-01"));
        assertThat(alerts(inReview, "2024-09-03")).containsExactly(RECONFIRMATION_OVERDUE);
    }

    @Test
    void the_sixteenth_birthday_asks_for_the_end_of_a_status_and_the_eighteenth_for_the_end_of_the_case() {
        Registered leftBehind = after(registered("2024-03-01"), leftBehind("2024-03-02"));
        Registered neither = after(registered("2024-03-01"), screenedOut("2024-03-02"));

        assertThat(alerts(leftBehind, "2028-05-19")).isEmpty();
        assertThat(alerts(leftBehind, "2028-05-20")).containsExactly(SIXTEENTH_BIRTHDAY_REACHED);
        assertThat(alerts(neither, "2028-05-20")).isEmpty();
        assertThat(alerts(neither, "2030-05-20")).containsExactly(EIGHTEENTH_BIRTHDAY_REACHED);
    }

    @Test
    void a_closed_case_asks_nothing_of_anybody() {
        Registered view = after(registered("2024-03-01"), leftBehind("2024-03-02"), closed("2024-04-01"));

        assertThat(alerts(view, "2035-01-01")).isEmpty();
    }

    @Test
    void age_is_counted_in_completed_years() {
        Registered view = after(registered("2024-03-01"));

        assertThat(OnTheDay.of(view, LocalDate.of(2024, 5, 19), PolicyBook.published())
                        .age())
                .isEqualTo(11);
        assertThat(OnTheDay.of(view, LocalDate.of(2024, 5, 20), PolicyBook.published())
                        .age())
                .isEqualTo(12);
    }

    @Test
    void who_is_born_on_29_february_completes_a_common_year_on_the_28th() {
        Registered view = Pictures.now(new Story()
                        .recorded(
                                registered("2024-03-01"),
                                new IdentityCorrected(
                                        identity("李明", LocalDate.of(2012, 2, 29)),
                                        Narrative.of("更正"),
                                        LocalDate.of(2024, 3, 1)))
                        .history(Story.CHILD))
                .orElseThrow();

        assertThat(OnTheDay.of(view, LocalDate.of(2025, 2, 27), PolicyBook.published())
                        .age())
                .isEqualTo(12);
        assertThat(OnTheDay.of(view, LocalDate.of(2025, 2, 28), PolicyBook.published())
                        .age())
                .isEqualTo(13);
    }

    private static List<Alert.Kind> alerts(Registered view, String today) {
        return OnTheDay.of(view, LocalDate.parse(today), PolicyBook.published()).alerts().stream()
                .map(Alert::kind)
                .toList();
    }
}
