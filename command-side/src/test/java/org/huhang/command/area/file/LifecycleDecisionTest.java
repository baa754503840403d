package org.huhang.command.area.file;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.file.FileCommand.Reopen;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.DelistReason;
import org.junit.jupiter.api.Test;

/** Closing and reopening. */
class LifecycleDecisionTest {

    private static final LocalDate ADULTHOOD = BIRTH.plusYears(18);

    @Test
    void a_case_without_care_is_closed() {
        given(registered())
                .when(close(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"))
                .thenAccepted(closed(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"));
    }

    @Test
    void a_child_in_temporary_care_is_not_given_up_as_out_of_reach() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(close(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"))
                .thenRefused(STILL_UNDER_CARE);
    }

    @Test
    void a_lapse_that_nobody_answered_keeps_the_case_open() {
        given(registered(), lapsed("2026-02-01"))
                .when(close(CloseReason.NO_LONGER_IN_NEED, "2026-03-01"))
                .thenRefused(STILL_UNDER_CARE);
    }

    @Test
    void a_listed_child_still_needs_its_case() {
        given(registered(), listed("2026-02-01"))
                .when(close(CloseReason.NO_LONGER_IN_NEED, "2026-03-01"))
                .thenRefused(STILL_KEY_CARE);
    }

    @Test
    void the_death_of_a_listed_child_takes_it_off_the_ledger_and_closes_the_case() {
        given(registered(), listed("2026-02-01"), lapsed("2026-02-01"))
                .when(close(CloseReason.DECEASED, "2026-03-01"))
                .thenAccepted(
                        new KeyCareDelisted(DelistReason.DECEASED, Optional.empty(), on("2026-03-01")),
                        closed(CloseReason.DECEASED, "2026-03-01"));
    }

    @Test
    void a_case_registered_in_error_is_closed_with_all_that_hangs_on_it() {
        given(registered(), lapsed("2026-02-01"))
                .when(close(CloseReason.REGISTERED_IN_ERROR, "2026-03-01"))
                .thenAccepted(closed(CloseReason.REGISTERED_IN_ERROR, "2026-03-01"));
    }

    @Test
    void guardianship_ends_at_eighteen_and_so_the_case_of_an_adult_closes() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .at(ADULTHOOD.toString())
                .when(close(CloseReason.ADULT, ADULTHOOD.toString()))
                .thenAccepted(closed(CloseReason.ADULT, ADULTHOOD.toString()));
    }

    @Test
    void a_child_of_seventeen_is_not_closed_as_an_adult() {
        String eve = ADULTHOOD.minusDays(1).toString();
        given(registered()).at(eve).when(close(CloseReason.ADULT, eve)).thenRefusedAt("reason", NOT_YET_ADULT);
    }

    @Test
    void a_death_may_be_told_after_what_was_recorded_of_later_days() {
        given(registered(), new LivingArrangementRecorded(List.of(), on("2026-03-02")))
                .when(close(CloseReason.DECEASED, "2026-03-01"))
                .thenAccepted(closed(CloseReason.DECEASED, "2026-03-01"));
    }

    @Test
    void nobody_is_found_well_on_a_day_after_which_care_was_recorded() {
        given(registered(), lapsed("2026-03-02"))
                .when(close(CloseReason.NO_LONGER_IN_NEED, "2026-03-01"))
                .thenRefused(STILL_UNDER_CARE);
        given(registered(), listed("2026-03-02"))
                .when(close(CloseReason.NO_LONGER_IN_NEED, "2026-03-01"))
                .thenRefused(STILL_KEY_CARE);
    }

    @Test
    void a_closed_case_is_reopened() {
        given(registered(), closed(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"))
                .when(new Reopen(WORDS, on("2026-04-01")))
                .thenAccepted(new CaseReopened(WORDS, on("2026-04-01")));
    }

    @Test
    void an_open_case_is_not_reopened() {
        given(registered()).when(new Reopen(WORDS, on("2026-04-01"))).thenRefused(CASE_NOT_CLOSED);
    }

    @Test
    void a_case_is_not_reopened_before_it_was_closed() {
        given(registered(), closed(CloseReason.MOVED_OUT_OF_REACH, "2026-03-01"))
                .when(new Reopen(WORDS, on("2026-02-28")))
                .thenRefusedAt("on", CASE_NOT_CLOSED);
    }

    private static Close close(CloseReason reason, String day) {
        return new Close(reason, Optional.empty(), on(day));
    }
}
