package org.huhang.command.area.guardianship;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.Optional;
import org.huhang.command.area.file.FileCommand.Close;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssessReturn;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssignTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.AssumeLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.ChangeTemporaryCare;
import org.huhang.command.area.guardianship.GuardianshipCommand.EndLongTermGuardianship;
import org.huhang.command.area.guardianship.GuardianshipCommand.RecordGuardianshipLapse;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReturnToGuardian;
import org.huhang.command.area.guardianship.GuardianshipCommand.ReviewTemporaryCare;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipAssumed;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.LongTermGuardianshipEnded;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareAssigned;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareChanged;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.TemporaryCareReviewed;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.Carer;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Contact;
import org.huhang.kernel.value.LapseGround;
import org.huhang.kernel.value.LongTermEndReason;
import org.huhang.kernel.value.LongTermGround;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.junit.jupiter.api.Test;

/** Who guards the child. */
class GuardianshipDecisionTest {

    private static final PolicyEditionId CARE_2021 = PolicyEditionId.of("TEMPORARY-CARE-2021");
    private static final Carer FOSTER_FAMILY = new Carer(PersonName.of("孙丽"), Optional.empty());

    @Test
    void a_guardian_gone_missing_is_a_lapse() {
        given(registered()).when(lapse("2026-02-01")).thenAccepted(lapsed("2026-02-01"));
    }

    @Test
    void a_lapse_is_recorded_on_each_of_the_seven_grounds() {
        for (LapseGround ground : LapseGround.values()) {
            given(registered())
                    .when(new RecordGuardianshipLapse(ground, WORDS, on("2026-02-01")))
                    .thenAccepted(new GuardianshipLapsed(ground, WORDS, on("2026-02-01")));
        }
    }

    @Test
    void a_lapse_is_recorded_once() {
        given(registered(), lapsed("2026-02-01")).when(lapse("2026-03-01")).thenRefused(GUARDIANSHIP_ALREADY_LAPSED);
    }

    @Test
    void a_child_in_temporary_care_has_lapsed_already() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(lapse("2026-03-01"))
                .thenRefused(ALREADY_IN_TEMPORARY_CARE);
    }

    @Test
    void a_ward_of_the_state_does_not_lapse() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .when(lapse("2026-03-01"))
                .thenRefused(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void nobody_is_left_without_a_guardian_twice() {
        given(registered(), lapsed("2026-02-01"), new ReturnedToGuardian(on("2026-03-01")))
                .when(lapse("2026-02-28"))
                .thenRefused(GUARDIANSHIP_ALREADY_LAPSED);
    }

    @Test
    void an_earlier_lapse_may_be_told_after_the_return_from_a_later_one() {
        given(registered(), lapsed("2026-02-01"), new ReturnedToGuardian(on("2026-03-01")))
                .when(lapse("2026-01-20"))
                .thenAccepted(lapsed("2026-01-20"));
    }

    @Test
    void a_return_of_before_care_that_was_recorded_would_leave_it_without_a_lapse() {
        given(registered(), lapsed("2026-02-01"), assessed(true, "2026-02-02"), inTemporaryCare("2026-03-01"))
                .when(giveBack("2026-02-20"))
                .thenRefusedAt("on", LATER_ENTRY_RESTS_ON_IT);
    }

    @Test
    void nobody_is_guarded_from_the_eighteenth_birthday() {
        String birthday = BIRTH.plusYears(18).toString();
        given(registered()).at(birthday).when(lapse(birthday)).thenRefused(TOO_OLD_FOR_CARE);
    }

    @Test
    void temporary_care_is_refused_while_a_guardian_is_able() {
        given(registered()).when(assign(CareMode.FOSTER_FAMILY, "2026-03-01")).thenRefused(GUARDIANSHIP_HAS_NOT_LAPSED);
    }

    @Test
    void temporary_care_is_assigned_in_each_of_the_four_modes_with_a_review_and_a_one_year_mark() {
        for (CareMode mode : CareMode.values()) {
            given(registered(), lapsed("2026-02-01"))
                    .when(assign(mode, "2026-03-01"))
                    .thenAccepted(new TemporaryCareAssigned(
                            mode, CARER, on("2026-06-01"), on("2027-03-01"), CARE_2021, on("2026-03-01")));
        }
    }

    @Test
    void temporary_care_does_not_begin_before_the_lapse() {
        given(registered(), lapsed("2026-02-01"))
                .when(assign(CareMode.RELATIVE, "2026-01-31"))
                .thenRefusedAt("on", BEFORE_THE_LAPSE);
    }

    @Test
    void temporary_care_is_assigned_once() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(assign(CareMode.RELATIVE, "2026-03-01"))
                .thenRefused(ALREADY_IN_TEMPORARY_CARE);
    }

    @Test
    void a_ward_of_the_state_needs_no_temporary_care() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .when(assign(CareMode.RELATIVE, "2026-03-01"))
                .thenRefused(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void a_child_moves_from_an_institution_to_a_foster_family_and_the_review_is_due_anew() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(change(CareMode.FOSTER_FAMILY, FOSTER_FAMILY, "2026-03-10"))
                .thenAccepted(changed("2026-03-10", "2026-06-10"));
    }

    @Test
    void a_child_moves_to_another_carer_in_the_same_mode() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(change(CareMode.PROTECTION_INSTITUTION, FOSTER_FAMILY, "2026-03-10"))
                .thenAccepted(new TemporaryCareChanged(
                        CareMode.PROTECTION_INSTITUTION,
                        FOSTER_FAMILY,
                        Optional.of(WORDS),
                        on("2026-06-10"),
                        CARE_2021,
                        on("2026-03-10")));
    }

    @Test
    void the_same_carer_may_care_in_another_mode_or_be_reached_in_another_way() {
        Carer reached = new Carer(CARER.name(), Optional.of(Contact.of("13900000009")));
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(new ChangeTemporaryCare(CareMode.RELATIVE, CARER, Optional.empty(), on("2026-03-10")))
                .thenAccepted(new TemporaryCareChanged(
                        CareMode.RELATIVE, CARER, Optional.empty(), on("2026-06-10"), CARE_2021, on("2026-03-10")));
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(new ChangeTemporaryCare(
                        CareMode.PROTECTION_INSTITUTION, reached, Optional.empty(), on("2026-03-10")))
                .thenAccepted(new TemporaryCareChanged(
                        CareMode.PROTECTION_INSTITUTION,
                        reached,
                        Optional.empty(),
                        on("2026-06-10"),
                        CARE_2021,
                        on("2026-03-10")));
    }

    @Test
    void a_change_to_the_carer_and_mode_that_the_child_has_is_none() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(change(CareMode.PROTECTION_INSTITUTION, CARER, "2026-03-10"))
                .thenRefused(NOTHING_CHANGES);
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"), changed("2026-03-01", "2026-06-01"))
                .when(change(CareMode.FOSTER_FAMILY, FOSTER_FAMILY, "2026-03-10"))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_review_or_an_assessment_in_between_does_not_make_another_carer_of_the_same() {
        given(
                        registered(),
                        lapsed("2026-02-01"),
                        inTemporaryCare("2026-02-02"),
                        new TemporaryCareReviewed(WORDS, on("2026-06-01"), CARE_2021, on("2026-03-01")),
                        assessed(false, "2026-03-02"))
                .when(change(CareMode.PROTECTION_INSTITUTION, CARER, "2026-03-10"))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_child_goes_back_to_an_earlier_carer() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"), changed("2026-03-01", "2026-06-01"))
                .when(change(CareMode.PROTECTION_INSTITUTION, CARER, "2026-03-10"))
                .thenAccepted(new TemporaryCareChanged(
                        CareMode.PROTECTION_INSTITUTION,
                        CARER,
                        Optional.of(WORDS),
                        on("2026-06-10"),
                        CARE_2021,
                        on("2026-03-10")));
    }

    @Test
    void where_nobody_gives_temporary_care_there_is_no_carer_to_change() {
        given(registered())
                .when(change(CareMode.FOSTER_FAMILY, FOSTER_FAMILY, "2026-03-10"))
                .thenRefused(NOT_IN_TEMPORARY_CARE);
        given(registered(), lapsed("2026-02-01"))
                .when(change(CareMode.FOSTER_FAMILY, FOSTER_FAMILY, "2026-03-10"))
                .thenRefused(NOT_IN_TEMPORARY_CARE);
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .when(change(CareMode.FOSTER_FAMILY, FOSTER_FAMILY, "2026-03-10"))
                .thenRefused(NOT_IN_TEMPORARY_CARE);
    }

    @Test
    void a_change_of_carer_may_be_told_after_the_one_that_followed_it() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"), changed("2026-03-01", "2026-06-01"))
                .when(change(CareMode.RELATIVE, CARER, "2026-02-28"))
                .thenRecorded(TemporaryCareChanged.class);
    }

    @Test
    void a_good_assessment_still_counts_after_a_change_of_carer() {
        given(
                        registered(),
                        lapsed("2026-02-01"),
                        inTemporaryCare("2026-02-02"),
                        assessed(true, "2026-02-20"),
                        changed("2026-03-01", "2026-06-01"))
                .when(giveBack("2026-03-03"))
                .thenAccepted(new ReturnedToGuardian(on("2026-03-03")));
    }

    @Test
    void a_review_sets_the_next_one() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(new ReviewTemporaryCare(WORDS, on("2026-03-10")))
                .thenAccepted(new TemporaryCareReviewed(WORDS, on("2026-06-10"), CARE_2021, on("2026-03-10")));
    }

    @Test
    void without_temporary_care_there_is_nothing_to_review() {
        given(registered(), lapsed("2026-02-01"))
                .when(new ReviewTemporaryCare(WORDS, on("2026-03-10")))
                .thenRefused(NOT_IN_TEMPORARY_CARE);
    }

    @Test
    void care_is_not_reviewed_before_it_began() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-03-11"))
                .when(new ReviewTemporaryCare(WORDS, on("2026-03-10")))
                .thenRefused(NOT_IN_TEMPORARY_CARE);
    }

    @Test
    void a_return_is_assessed_during_care() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(new AssessReturn(true, WORDS, on("2026-03-01")))
                .thenAccepted(assessed(true, "2026-03-01"));
    }

    @Test
    void there_is_no_return_to_assess_while_a_guardian_guards() {
        given(registered())
                .when(new AssessReturn(true, WORDS, on("2026-03-01")))
                .thenRefused(GUARDIANSHIP_HAS_NOT_LAPSED);
    }

    @Test
    void a_child_returns_after_a_good_assessment() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"), assessed(true, "2026-03-01"))
                .when(giveBack("2026-03-03"))
                .thenAccepted(new ReturnedToGuardian(on("2026-03-03")));
    }

    @Test
    void a_child_returns_straight_from_a_lapse_once_assessed() {
        given(registered(), lapsed("2026-02-01"), assessed(true, "2026-02-03"))
                .when(giveBack("2026-02-03"))
                .thenAccepted(new ReturnedToGuardian(on("2026-02-03")));
    }

    @Test
    void a_return_without_assessment_is_refused() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(giveBack("2026-03-03"))
                .thenRefused(RETURN_NOT_ASSESSED);
    }

    @Test
    void an_assessment_from_before_this_care_does_not_count() {
        given(registered(), lapsed("2026-02-01"), assessed(true, "2026-02-02"), inTemporaryCare("2026-02-03"))
                .when(giveBack("2026-03-03"))
                .thenRefused(RETURN_NOT_ASSESSED);
    }

    @Test
    void the_last_assessment_decides() {
        given(
                        registered(),
                        lapsed("2026-02-01"),
                        inTemporaryCare("2026-02-02"),
                        assessed(true, "2026-03-01"),
                        assessed(false, "2026-03-02"))
                .when(giveBack("2026-03-03"))
                .thenRefused(RETURN_ASSESSED_UNSUITABLE);
    }

    @Test
    void a_return_before_its_assessment_is_refused() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"), assessed(true, "2026-03-01"))
                .when(giveBack("2026-02-28"))
                .thenRefused(RETURN_NOT_ASSESSED);
    }

    @Test
    void after_a_year_of_temporary_care_it_still_goes_on_and_can_be_reviewed() {
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .at("2027-06-30")
                .when(new ReviewTemporaryCare(WORDS, on("2027-06-30")))
                .thenAccepted(new TemporaryCareReviewed(
                        WORDS, on("2027-09-30"), PolicyEditionId.of("TEMPORARY-CARE-2026"), on("2027-06-30")));
    }

    @Test
    void the_state_becomes_guardian_on_each_of_the_five_grounds() {
        for (LongTermGround ground : LongTermGround.values()) {
            given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                    .when(new AssumeLongTermGuardianship(ground, WORDS, on("2026-05-03")))
                    .thenAccepted(new LongTermGuardianshipAssumed(ground, WORDS, on("2026-05-03")));
        }
    }

    @Test
    void the_state_does_not_become_guardian_while_a_guardian_is_able() {
        given(registered()).when(assume("2026-05-03")).thenRefused(GUARDIANSHIP_HAS_NOT_LAPSED);
    }

    @Test
    void the_state_becomes_guardian_once() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .when(assume("2026-05-03"))
                .thenRefused(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void the_state_is_no_longer_guardian_on_each_of_the_five_reasons() {
        for (LongTermEndReason reason : LongTermEndReason.values()) {
            given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                    .when(new EndLongTermGuardianship(reason, WORDS, on("2026-05-03")))
                    .thenAccepted(new LongTermGuardianshipEnded(reason, WORDS, on("2026-05-03")));
        }
    }

    @Test
    void what_the_state_is_not_guardian_of_does_not_end() {
        given(registered()).when(adopted("2026-05-03")).thenRefused(NOT_IN_LONG_TERM_GUARDIANSHIP);
        given(registered(), lapsed("2026-02-01"))
                .when(adopted("2026-05-03"))
                .thenRefused(NOT_IN_LONG_TERM_GUARDIANSHIP);
        given(registered(), lapsed("2026-02-01"), inTemporaryCare("2026-02-02"))
                .when(adopted("2026-05-03"))
                .thenRefused(NOT_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void long_term_guardianship_does_not_end_before_it_began() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-10"))
                .when(adopted("2026-02-09"))
                .thenRefused(NOT_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void long_term_guardianship_ends_once() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"), ended("2026-03-01"))
                .when(adopted("2026-05-03"))
                .thenRefused(NOT_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void a_grown_ward_needs_no_end_of_guardianship() {
        String birthday = BIRTH.plusYears(18).toString();
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .at(birthday)
                .when(adopted(birthday))
                .thenRefused(TOO_OLD_FOR_CARE);
    }

    @Test
    void an_adopted_child_may_lapse_again_but_not_before_the_adoption() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"), ended("2026-03-01"))
                .when(lapse("2026-05-03"))
                .thenAccepted(lapsed("2026-05-03"));
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"), ended("2026-03-01"))
                .when(lapse("2026-02-28"))
                .thenRefused(ALREADY_IN_LONG_TERM_GUARDIANSHIP);
    }

    @Test
    void the_case_of_an_adopted_child_is_closed_like_that_of_any_other() {
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"))
                .when(new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), on("2026-05-03")))
                .thenRefused(STILL_UNDER_CARE);
        given(registered(), lapsed("2026-02-01"), longTerm("2026-02-02"), ended("2026-03-01"))
                .when(new Close(CloseReason.NO_LONGER_IN_NEED, Optional.empty(), on("2026-05-03")))
                .thenAccepted(closed(CloseReason.NO_LONGER_IN_NEED, "2026-05-03"));
    }

    private static RecordGuardianshipLapse lapse(String day) {
        return new RecordGuardianshipLapse(LapseGround.GUARDIAN_MISSING, WORDS, on(day));
    }

    private static AssignTemporaryCare assign(CareMode mode, String day) {
        return new AssignTemporaryCare(mode, CARER, on(day));
    }

    private static ChangeTemporaryCare change(CareMode mode, Carer carer, String day) {
        return new ChangeTemporaryCare(mode, carer, Optional.of(WORDS), on(day));
    }

    private static TemporaryCareChanged changed(String day, String reviewBy) {
        return new TemporaryCareChanged(
                CareMode.FOSTER_FAMILY, FOSTER_FAMILY, Optional.of(WORDS), on(reviewBy), CARE_2021, on(day));
    }

    private static EndLongTermGuardianship adopted(String day) {
        return new EndLongTermGuardianship(LongTermEndReason.ADOPTED, WORDS, on(day));
    }

    private static LongTermGuardianshipEnded ended(String day) {
        return new LongTermGuardianshipEnded(LongTermEndReason.ADOPTED, WORDS, on(day));
    }

    private static ReturnToGuardian giveBack(String day) {
        return new ReturnToGuardian(on(day));
    }

    private static AssumeLongTermGuardianship assume(String day) {
        return new AssumeLongTermGuardianship(LongTermGround.PARENTS_NOT_FOUND, WORDS, on(day));
    }
}
