package org.huhang.command.area.screening;

import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.Optional;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.area.file.FileEvent.CaseReopened;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.LivingArrangementRecorded;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.CloseReason;
import org.huhang.kernel.value.Guardian;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.Relation;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;
import org.junit.jupiter.api.Test;

/** Screening as a case takes part in it: it judges what the file holds, and a move ends what it found. */
class ScreenedCaseDecisionTest {

    private static final LivingArrangementRecorded WITH_MOTHER = livesWith(Relation.MOTHER);
    private static final LivingArrangementRecorded WITH_CARER = livesWith(Relation.ENTRUSTED_CARER);
    private static final ScreenedAsMigrant MIGRANT =
            new ScreenedAsMigrant(screening(), MigrantBand.COUNTY, Optional.empty(), on("2026-02-01"));
    private static final ScreeningReferredToReview REFERRED =
            new ScreeningReferredToReview(screening(), List.of(ReviewReason.CARER_IS_NOT_A_GUARDIAN), on("2026-02-01"));

    @Test
    void a_child_with_its_mother_in_another_county_for_a_year_is_a_migrant_child() {
        given(registered(), WITH_MOTHER).when(screen("2026-02-01")).thenRecorded(ScreenedAsMigrant.class);
    }

    @Test
    void a_child_with_a_carer_who_is_no_guardian_is_left_to_a_person_to_judge() {
        given(registered(), WITH_CARER).when(screen("2026-02-01")).thenRecorded(ScreeningReferredToReview.class);
    }

    @Test
    void a_child_under_review_is_not_referred_again() {
        given(registered(), WITH_CARER, REFERRED).when(screen("2026-03-01")).thenRefused(UNDER_REVIEW);
    }

    @Test
    void an_officer_decides_a_review() {
        given(registered(), WITH_CARER, REFERRED).when(decide("2026-03-01")).thenRecorded(ScreenedAsMigrant.class);
    }

    @Test
    void there_is_no_review_to_decide_where_none_was_asked_for() {
        given(registered()).when(decide("2026-03-01")).thenRefused(NOT_UNDER_REVIEW);
    }

    @Test
    void a_review_is_not_decided_as_a_review_nor_before_it_was_asked_for() {
        given(registered(), WITH_CARER, REFERRED)
                .when(new DecideScreeningReview(ScreenedStatus.UNDER_REVIEW, Optional.empty(), WORDS, on("2026-01-31")))
                .thenRefusedAt("status", INVALID_PARAMETER);
        given(registered(), WITH_CARER, REFERRED)
                .when(new DecideScreeningReview(ScreenedStatus.NEITHER, Optional.empty(), WORDS, on("2026-01-31")))
                .thenRefused(NOT_UNDER_REVIEW);
    }

    @Test
    void a_child_not_screened_has_no_status_to_end() {
        given(registered())
                .when(new EndScreenedStatus(StatusEndReason.RETURNED, on("2026-03-01")))
                .thenRefused(NO_SCREENED_STATUS);
    }

    @Test
    void a_child_who_lives_where_it_is_registered_is_no_migrant_any_more() {
        given(registered(), MIGRANT, new ResidenceMoved(livingIn(HUKOU, on("2026-02-20")), on("2026-02-20")))
                .when(new EndScreenedStatus(StatusEndReason.RETURNED, on("2026-03-01")))
                .thenAccepted(new MigrantStatusEnded(StatusEndReason.RETURNED, on("2026-03-01")));
    }

    @Test
    void a_closed_case_is_not_screened() {
        given(registered(), WITH_MOTHER, closed(CloseReason.MOVED_OUT_OF_REACH, "2026-02-01"))
                .when(screen("2026-03-01"))
                .thenRefused(CASE_CLOSED);
    }

    @Test
    void a_migrant_child_who_goes_home_is_a_migrant_no_more() {
        given(registered(), WITH_MOTHER, MIGRANT)
                .when(new MoveResidence(HUKOU, Optional.empty(), on("2026-03-01")))
                .thenAccepted(
                        new ResidenceMoved(livingIn(HUKOU, on("2026-03-01")), on("2026-03-01")),
                        new MigrantStatusEnded(StatusEndReason.RETURNED, on("2026-03-01")));
    }

    @Test
    void a_migrant_child_whose_household_registration_follows_is_a_migrant_no_more() {
        given(registered(), WITH_MOTHER, MIGRANT)
                .when(new MoveHukou(RESIDENCE, HouseholdType.URBAN, on("2026-03-01")))
                .thenAccepted(
                        new HukouMoved(new Hukou(ref(RESIDENCE), HouseholdType.URBAN), on("2026-03-01")),
                        new MigrantStatusEnded(StatusEndReason.MOVED, on("2026-03-01")));
    }

    @Test
    void a_review_is_decided_on_what_is_on_file_now() {
        given(
                        registered(),
                        WITH_CARER,
                        REFERRED,
                        new ResidenceMoved(livingIn(HUKOU, on("2026-02-20")), on("2026-02-20")))
                .when(decide("2026-03-01"))
                .thenRefusedAt("status", FACTS_EXCLUDE_STATUS);
    }

    @Test
    void ageing_out_is_recorded_though_the_case_was_reopened_after_the_birthday() {
        given(
                        registered(childBorn(on("2010-02-10"))),
                        MIGRANT,
                        closed(CloseReason.MOVED_OUT_OF_REACH, "2026-02-05"),
                        new CaseReopened(WORDS, on("2026-03-01")))
                .when(new EndScreenedStatus(StatusEndReason.AGED_OUT, on("2026-06-30")))
                .thenAccepted(new MigrantStatusEnded(StatusEndReason.AGED_OUT, on("2026-03-01")));
    }

    @Test
    void a_move_within_the_county_starts_the_months_in_the_township_and_a_move_within_the_township_does_not() {
        CaseEvent atHome = registered(child(), DivisionCode.of("640422100"), DivisionCode.of("640422100"));
        CaseEvent moved = new ResidenceMoved(livingIn(DivisionCode.of("640422101"), ARRIVAL), on("2026-02-01"));
        CaseEvent movedOn = new ResidenceMoved(livingIn(DivisionCode.of("640422101201"), ARRIVAL), on("2026-05-01"));
        Scenario at = given(atHome, WITH_MOTHER, moved, movedOn).at("2026-09-30");
        at.when(screen("2026-07-31")).thenRecorded(ScreenedOut.class);
        at.when(screen("2026-08-01")).thenRecorded(ScreenedAsMigrant.class);
    }

    private static Screen screen(String day) {
        return new Screen(SourceAgency.EDUCATION, on(day));
    }

    private static DecideScreeningReview decide(String day) {
        return new DecideScreeningReview(ScreenedStatus.MIGRANT, Optional.empty(), WORDS, on(day));
    }

    private static Screening screening() {
        return new Screening(
                PolicyEditionId.of("NATIONAL-2024"),
                EDITION,
                on("2026-02-01"),
                SourceAgency.EDUCATION,
                List.of(),
                Optional.of(on("2026-08-01")),
                false);
    }

    private static LivingArrangementRecorded livesWith(Relation relation) {
        Guardian guardian = new Guardian(
                relation, PersonName.of("李小花"), Optional.empty(), true, GuardianAbility.ABLE, Optional.empty());
        return new LivingArrangementRecorded(List.of(guardian), REGISTRATION);
    }
}
