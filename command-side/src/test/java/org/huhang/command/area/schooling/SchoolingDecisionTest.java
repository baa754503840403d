package org.huhang.command.area.schooling;

import static org.huhang.command.decide.Facts.WORDS;
import static org.huhang.command.decide.Facts.on;
import static org.huhang.command.decide.Facts.registered;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.Optional;
import org.huhang.command.area.schooling.SchoolingCommand.RecordDropout;
import org.huhang.command.area.schooling.SchoolingCommand.RecordReturnToSchool;
import org.huhang.command.area.schooling.SchoolingCommand.RecordSchoolEnrolment;
import org.huhang.kernel.area.schooling.Boarding;
import org.huhang.kernel.area.schooling.SchoolStage;
import org.huhang.kernel.area.schooling.SchoolingEvent.DroppedOut;
import org.huhang.kernel.area.schooling.SchoolingEvent.ReturnedToSchool;
import org.huhang.kernel.area.schooling.SchoolingEvent.SchoolEnrolled;
import org.junit.jupiter.api.Test;

/** Whether and where the child goes to school. */
class SchoolingDecisionTest {

    @Test
    void a_school_is_recorded_with_stage_and_boarding() {
        given(registered())
                .when(new RecordSchoolEnrolment(
                        SchoolStage.PRIMARY, Optional.of(WORDS), Boarding.BOARDER, on("2026-03-01")))
                .thenAccepted(new SchoolEnrolled(
                        SchoolStage.PRIMARY, Optional.of(WORDS), Boarding.BOARDER, on("2026-03-01")));
    }

    @Test
    void what_was_not_collected_is_told_as_such() {
        given(registered())
                .when(new RecordSchoolEnrolment(
                        SchoolStage.NOT_COLLECTED, Optional.empty(), Boarding.NOT_COLLECTED, on("2026-03-01")))
                .thenAccepted(new SchoolEnrolled(
                        SchoolStage.NOT_COLLECTED, Optional.empty(), Boarding.NOT_COLLECTED, on("2026-03-01")));
    }

    @Test
    void another_school_takes_the_place_of_the_first() {
        given(registered(), enrolled("2026-02-01")).when(enrol("2026-03-01")).thenAccepted(enrolled("2026-03-01"));
    }

    @Test
    void nobody_goes_to_school_before_birth() {
        given(registered()).when(enrol("2015-05-19")).thenRefusedAt("on", BEFORE_BIRTH);
    }

    @Test
    void a_school_may_be_told_after_the_one_that_followed_it() {
        given(registered(), enrolled("2026-03-01")).when(enrol("2026-02-28")).thenAccepted(enrolled("2026-02-28"));
        given(registered(), droppedOut("2026-03-01")).when(enrol("2026-02-28")).thenAccepted(enrolled("2026-02-28"));
    }

    @Test
    void a_child_drops_out_whether_or_not_its_school_was_told() {
        given(registered()).when(dropOut("2026-03-01")).thenAccepted(droppedOut("2026-03-01"));
        given(registered(), enrolled("2026-03-01")).when(dropOut("2026-03-01")).thenAccepted(droppedOut("2026-03-01"));
    }

    @Test
    void nobody_drops_out_on_a_day_on_which_they_were_out_of_school() {
        given(registered(), droppedOut("2026-02-01"), returned("2026-03-01"))
                .when(dropOut("2026-02-28"))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_child_who_dropped_out_does_not_drop_out_again() {
        given(registered(), droppedOut("2026-03-01"))
                .when(dropOut("2026-03-02"))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_child_who_dropped_out_returns_or_goes_to_another_school() {
        given(registered(), enrolled("2026-02-01"), droppedOut("2026-03-01"))
                .when(new RecordReturnToSchool(on("2026-03-10")))
                .thenAccepted(returned("2026-03-10"));
        given(registered(), enrolled("2026-02-01"), droppedOut("2026-03-01"))
                .when(enrol("2026-03-10"))
                .thenAccepted(enrolled("2026-03-10"));
    }

    @Test
    void a_child_returns_also_from_a_dropout_that_nobody_told() {
        given(registered()).when(new RecordReturnToSchool(on("2026-03-10"))).thenAccepted(returned("2026-03-10"));
    }

    @Test
    void a_child_at_school_does_not_return_to_it() {
        given(registered(), enrolled("2026-02-01"))
                .when(new RecordReturnToSchool(on("2026-03-10")))
                .thenRefused(NOTHING_CHANGES);
    }

    @Test
    void a_return_may_be_told_after_another_dropout() {
        given(registered(), droppedOut("2026-03-01"))
                .when(new RecordReturnToSchool(on("2026-02-28")))
                .thenAccepted(returned("2026-02-28"));
    }

    private static RecordSchoolEnrolment enrol(String day) {
        return new RecordSchoolEnrolment(SchoolStage.JUNIOR_SECONDARY, Optional.empty(), Boarding.DAY_PUPIL, on(day));
    }

    private static SchoolEnrolled enrolled(String day) {
        return new SchoolEnrolled(SchoolStage.JUNIOR_SECONDARY, Optional.empty(), Boarding.DAY_PUPIL, on(day));
    }

    private static RecordDropout dropOut(String day) {
        return new RecordDropout(WORDS, on(day));
    }

    private static DroppedOut droppedOut(String day) {
        return new DroppedOut(WORDS, on(day));
    }

    private static ReturnedToSchool returned(String day) {
        return new ReturnedToSchool(on(day));
    }
}
