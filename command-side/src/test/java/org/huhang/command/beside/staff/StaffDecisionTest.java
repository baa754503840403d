package org.huhang.command.beside.staff;

import static org.huhang.command.decide.Facts.WORDS;
import static org.huhang.command.decide.Facts.on;
import static org.huhang.command.decide.Facts.ref;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.beside.staff.StaffPost.CHILD_DIRECTOR;
import static org.huhang.kernel.beside.staff.StaffPost.TOWNSHIP_SUPERVISOR;
import static org.huhang.kernel.beside.staff.TrainingKind.INDUCTION;
import static org.huhang.kernel.beside.staff.TrainingKind.IN_SERVICE;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.command.beside.staff.StaffCommand.Appoint;
import org.huhang.command.beside.staff.StaffCommand.AssignArea;
import org.huhang.command.beside.staff.StaffCommand.EndPost;
import org.huhang.command.beside.staff.StaffCommand.RecordTraining;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.value.PersonName;
import org.junit.jupiter.api.Test;

/** Today is 2026-06-30; asked by the county officer of 萧山区, whose 城厢街道 is 330109001. */
class StaffDecisionTest {

    private static final String VILLAGE = "330109001201";
    private static final String NEXT_VILLAGE = "330109001202";
    private static final String NEXT_TOWNSHIP = "330109002";
    private static final String ELSEWHERE = "340122100201";
    private static final PersonName NAME = PersonName.of("钱七");
    private static final Actor TOWNSHIP_OFFICE =
            new Actor("supervisor-1", Role.SUPERVISOR, Jurisdiction.of("330109001"));

    private static final StaffAppointed DIRECTOR = appointed(CHILD_DIRECTOR, "2026-01-01", VILLAGE);
    private static final StaffAppointed SUPERVISOR = appointed(TOWNSHIP_SUPERVISOR, "2026-01-01", "330109001");
    private static final StaffPostEnded ENDED = ended("2026-05-01");

    @Test
    void a_child_director_is_appointed_for_a_village() {
        given().when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE)).thenAccepted(DIRECTOR);
    }

    @Test
    void a_township_appoints_the_child_directors_of_its_villages() {
        given().by(TOWNSHIP_OFFICE)
                .when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE))
                .thenAccepted(DIRECTOR);
    }

    @Test
    void a_township_does_not_appoint_its_own_supervisor() {
        given().by(TOWNSHIP_OFFICE)
                .when(appoint(TOWNSHIP_SUPERVISOR, "2026-01-01", "330109001"))
                .thenRefusedAt("post", POST_ABOVE_YOUR_LEVEL);
        given(SUPERVISOR).by(TOWNSHIP_OFFICE).when(end("2026-05-01")).thenRefused(POST_ABOVE_YOUR_LEVEL);
    }

    @Test
    void a_county_appoints_township_supervisors() {
        given().when(appoint(TOWNSHIP_SUPERVISOR, "2026-01-01", "330109001")).thenAccepted(SUPERVISOR);
    }

    @Test
    void a_village_that_is_named_twice_is_one() {
        given().when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE, VILLAGE)).thenAccepted(DIRECTOR);
    }

    @Test
    void areas_fit_the_post() {
        given().when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE, "330109001", "330109"))
                .thenRefusedAt("areas[1]", AREA_NOT_OF_THE_POST, "areas[2]", AREA_NOT_OF_THE_POST);
        given().when(appoint(TOWNSHIP_SUPERVISOR, "2026-01-01", VILLAGE))
                .thenRefusedAt("areas[0]", AREA_NOT_OF_THE_POST);
    }

    @Test
    void a_city_without_counties_has_townships_all_the_same() {
        Actor dongguan = new Actor("officer-2", Role.COUNTY_OFFICER, Jurisdiction.of("441900"));

        given().by(dongguan)
                .when(appoint(TOWNSHIP_SUPERVISOR, "2026-01-01", "441900101"))
                .thenAccepted(appointed(TOWNSHIP_SUPERVISOR, "2026-01-01", "441900101"));
    }

    @Test
    void areas_are_divisions_in_force() {
        given().when(appoint(TOWNSHIP_SUPERVISOR, "2026-01-01", "339999001"))
                .thenRefusedAt("areas[0]", DIVISION_UNKNOWN, "areas[0]", AREA_OUTSIDE_YOUR_DIVISION);
    }

    @Test
    void who_appoints_is_in_charge_of_every_area() {
        given().when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE, ELSEWHERE))
                .thenRefusedAt("areas[1]", AREA_OUTSIDE_YOUR_DIVISION);
    }

    @Test
    void nobody_is_appointed_from_tomorrow_on() {
        given().at("2025-12-31")
                .when(appoint(CHILD_DIRECTOR, "2026-01-01", VILLAGE))
                .thenRefusedAt("on", DATE_IN_THE_FUTURE);
    }

    @Test
    void nobody_is_appointed_twice_under_one_number() {
        given(DIRECTOR).when(appoint(CHILD_DIRECTOR, "2026-02-01", VILLAGE)).thenRefused(ALREADY_APPOINTED);
    }

    @Test
    void who_was_never_appointed_is_not_found() {
        given().when(assign("2026-02-01", VILLAGE)).thenRefused(STAFF_NOT_FOUND);
    }

    @Test
    void a_director_answers_for_another_village_from_a_day_on() {
        given(DIRECTOR).when(assign("2026-03-01", NEXT_VILLAGE)).thenAccepted(assigned("2026-03-01", NEXT_VILLAGE));
    }

    @Test
    void an_assignment_that_is_told_late_takes_its_place() {
        given(DIRECTOR, assigned("2026-04-01", NEXT_VILLAGE))
                .when(assign("2026-03-01", VILLAGE, NEXT_VILLAGE))
                .thenAccepted(assigned("2026-03-01", VILLAGE, NEXT_VILLAGE));
        given(DIRECTOR, ENDED)
                .when(assign("2026-03-01", NEXT_VILLAGE))
                .thenAccepted(assigned("2026-03-01", NEXT_VILLAGE));
    }

    @Test
    void an_assignment_changes_something() {
        given(DIRECTOR, assigned("2026-04-01", NEXT_VILLAGE))
                .when(assign("2026-03-01", VILLAGE))
                .thenRefused(AREAS_UNCHANGED);
    }

    @Test
    void nobody_answers_for_anything_before_the_post_and_from_its_end_on() {
        given(DIRECTOR).when(assign("2025-12-31", NEXT_VILLAGE)).thenRefusedAt("on", BEFORE_APPOINTMENT);
        given(DIRECTOR, ENDED).when(assign("2026-05-01", NEXT_VILLAGE)).thenRefusedAt("on", POST_ENDED);
        given(DIRECTOR)
                .at("2026-02-28")
                .when(assign("2026-03-01", NEXT_VILLAGE))
                .thenRefusedAt("on", DATE_IN_THE_FUTURE);
    }

    @Test
    void an_office_takes_away_no_area_of_another_one() {
        StaffAppointed ofTwoTownships = appointed(CHILD_DIRECTOR, "2026-01-01", VILLAGE, NEXT_TOWNSHIP + "201");

        given(ofTwoTownships)
                .by(TOWNSHIP_OFFICE)
                .when(assign("2026-03-01", VILLAGE))
                .thenRefusedAt("areas", AREA_OUTSIDE_YOUR_DIVISION);
        given(ofTwoTownships)
                .by(TOWNSHIP_OFFICE)
                .when(assign("2026-03-01", NEXT_VILLAGE, NEXT_TOWNSHIP + "201"))
                .thenAccepted(assigned("2026-03-01", NEXT_VILLAGE, NEXT_TOWNSHIP + "201"));
        given(ofTwoTownships).by(TOWNSHIP_OFFICE).when(end("2026-03-01")).thenRefused(AREA_OUTSIDE_YOUR_DIVISION);
    }

    @Test
    void who_left_for_another_township_is_not_trained_by_the_one_before() {
        given(DIRECTOR, assigned("2026-03-01", NEXT_TOWNSHIP + "201"))
                .by(TOWNSHIP_OFFICE)
                .when(train(IN_SERVICE, "2026-04-01"))
                .thenRefused(AREA_OUTSIDE_YOUR_DIVISION);
    }

    @Test
    void a_post_ends() {
        given(DIRECTOR).when(end("2026-05-01")).thenAccepted(ENDED);
    }

    @Test
    void a_post_ends_once() {
        given(DIRECTOR, ENDED).when(end("2026-06-01")).thenRefused(POST_ENDED);
    }

    @Test
    void a_post_ends_neither_before_it_began_nor_before_what_was_done_in_it() {
        given(DIRECTOR).when(end("2025-12-31")).thenRefusedAt("on", BEFORE_APPOINTMENT);
        given(DIRECTOR, assigned("2026-04-01", NEXT_VILLAGE))
                .when(end("2026-03-01"))
                .thenRefusedAt("on", BEFORE_LAST_CHANGE);
        given(DIRECTOR, trained(IN_SERVICE, "2026-04-01"))
                .when(end("2026-04-01"))
                .thenRefusedAt("on", BEFORE_LAST_CHANGE);
    }

    @Test
    void who_was_appointed_in_error_never_answered_for_anything() {
        EndPost error = new EndPost(PostEndReason.APPOINTED_IN_ERROR, Optional.of(WORDS), on("2026-01-01"));

        given(DIRECTOR, assigned("2026-04-01", NEXT_VILLAGE))
                .when(error)
                .thenAccepted(
                        new StaffPostEnded(PostEndReason.APPOINTED_IN_ERROR, Optional.of(WORDS), on("2026-01-01")));
    }

    @Test
    void an_error_of_one_office_does_not_undo_what_another_one_assigned_since() {
        given(DIRECTOR, assigned("2026-04-01", NEXT_TOWNSHIP + "201"))
                .by(TOWNSHIP_OFFICE)
                .when(new EndPost(PostEndReason.APPOINTED_IN_ERROR, Optional.empty(), on("2026-01-01")))
                .thenRefused(AREA_OUTSIDE_YOUR_DIVISION);
    }

    @Test
    void a_training_is_recorded_late_too() {
        given(DIRECTOR, ENDED).when(train(IN_SERVICE, "2026-04-30")).thenAccepted(trained(IN_SERVICE, "2026-04-30"));
    }

    @Test
    void only_a_first_training_comes_before_the_post() {
        given(DIRECTOR).when(train(INDUCTION, "2025-12-20")).thenAccepted(trained(INDUCTION, "2025-12-20"));
        given(DIRECTOR).when(train(IN_SERVICE, "2025-12-20")).thenRefusedAt("on", BEFORE_APPOINTMENT);
    }

    @Test
    void nobody_is_trained_after_the_post_nor_twice_on_a_day() {
        given(DIRECTOR, ENDED).when(train(IN_SERVICE, "2026-05-01")).thenRefusedAt("on", POST_ENDED);
        given(DIRECTOR, trained(IN_SERVICE, "2026-04-01"))
                .when(train(IN_SERVICE, "2026-04-01"))
                .thenRefused(TRAINING_ALREADY_RECORDED);
    }

    private static Appoint appoint(StaffPost post, String day, String... areas) {
        return new Appoint(NAME, post, codes(areas), Optional.empty(), on(day));
    }

    private static AssignArea assign(String day, String... areas) {
        return new AssignArea(codes(areas), on(day));
    }

    private static EndPost end(String day) {
        return new EndPost(PostEndReason.REPLACED, Optional.empty(), on(day));
    }

    private static RecordTraining train(TrainingKind kind, String day) {
        return new RecordTraining(kind, WORDS, on(day));
    }

    private static StaffAppointed appointed(StaffPost post, String day, String... areas) {
        return new StaffAppointed(NAME, post, refs(areas), Optional.empty(), on(day));
    }

    private static StaffAreaAssigned assigned(String day, String... areas) {
        return new StaffAreaAssigned(refs(areas), on(day));
    }

    private static StaffPostEnded ended(String day) {
        return new StaffPostEnded(PostEndReason.REPLACED, Optional.empty(), on(day));
    }

    private static StaffTrainingRecorded trained(TrainingKind kind, String day) {
        return new StaffTrainingRecorded(kind, WORDS, on(day));
    }

    private static List<DivisionCode> codes(String... areas) {
        return Stream.of(areas).map(DivisionCode::of).toList();
    }

    private static Set<DivisionRef> refs(String... areas) {
        return Arrays.stream(areas).map(area -> ref(area)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
