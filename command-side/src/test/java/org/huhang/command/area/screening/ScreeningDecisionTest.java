package org.huhang.command.area.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.area.screening.AChild.away;
import static org.huhang.command.area.screening.AChild.inXiaoshan;
import static org.huhang.command.area.screening.AChild.inXiji;
import static org.huhang.command.area.screening.AChild.with;
import static org.huhang.kernel.value.Relation.ENTRUSTED_CARER;
import static org.huhang.kernel.value.Relation.FATHER;
import static org.huhang.kernel.value.Relation.GRANDPARENT;
import static org.huhang.kernel.value.Relation.MOTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.decide.Decision;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.LeftBehindStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.MigrantStatusEnded;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsLeftBehind;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedAsMigrant;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.GuardianAbility;
import org.huhang.kernel.value.LeftBehindReason;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.SourceAgency;
import org.huhang.kernel.value.StatusEndReason;
import org.junit.jupiter.api.Test;

class ScreeningDecisionTest {

    private static final PolicyBook POLICIES = PolicyBook.published();

    private ScreeningState state = ScreeningState.initial();
    private long facts;
    private LocalDate openSince = day("2020-01-01");

    @Test
    void a_first_screening_records_what_it_found() {
        assertThat(screened(inXiaoshan(), "2025-03-01")).containsExactly(ScreenedAsMigrant.class);
        isMigrant(MigrantBand.COUNTY, day("2025-03-01"), day("2025-03-01"));
        assertThat(state.status()).contains(ScreenedStatus.MIGRANT);
    }

    @Test
    void the_recorded_screening_carries_edition_agency_and_findings() {
        ScreenedAsMigrant recorded =
                (ScreenedAsMigrant) accepted(inXiaoshan(), screen("2025-03-01")).getFirst();
        assertThat(recorded.screening().edition().name()).isEqualTo("NATIONAL-2024");
        assertThat(recorded.screening().agency()).isEqualTo(SourceAgency.VILLAGE);
        assertThat(recorded.screening().findings()).hasSize(5);
        assertThat(recorded.screening().decidedByPerson()).isFalse();
        assertThat(recorded.screening().reconfirmBy()).contains(day("2025-09-01"));
    }

    @Test
    void a_child_who_is_neither_is_screened_out_with_every_reason() {
        ScreenedOut out = (ScreenedOut)
                accepted(inXiaoshan().livingIn("330127"), screen("2025-03-01")).getFirst();
        assertThat(out.reasons())
                .containsExactly(ScreenedOutReason.NO_COUNTY_CROSSING, ScreenedOutReason.LIVES_WITH_PARENTS);
        assertThat(out.screening().reconfirmBy()).isEmpty();
    }

    @Test
    void the_same_result_again_reconfirms_and_keeps_the_day_it_was_first_found() {
        screened(inXiaoshan(), "2025-03-01");
        assertThat(screened(inXiaoshan(), "2025-09-01")).containsExactly(ScreeningReconfirmed.class);
        isMigrant(MigrantBand.COUNTY, day("2025-03-01"), day("2025-09-01"));
        state = ScreeningState.initial();
        screened(inXiaoshan().livingIn("330127"), "2025-03-01");
        assertThat(screened(inXiaoshan().livingIn("330127"), "2025-09-01")).containsExactly(ScreeningReconfirmed.class);
    }

    @Test
    void left_behind_for_another_reason_is_left_behind_still() {
        screened(inXiji(), "2025-03-01");
        AChild motherIll =
                inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), with(MOTHER, GuardianAbility.SERIOUSLY_ILL));
        assertThat(screened(motherIll, "2025-09-01")).containsExactly(ScreenedAsLeftBehind.class);
        isLeftBehind(LeftBehindReason.ONE_AWAY_OTHER_UNABLE, day("2025-03-01"), day("2025-09-01"));
    }

    @Test
    void ageing_out_is_dated_on_the_birthday() {
        AChild child = inXiaoshan().born("2009-08-02");
        screened(child, "2025-07-01");
        List<Event> events = accepted(child, screen("2025-10-01"));
        assertThat(events.getFirst()).isEqualTo(new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2025-08-02")));
        assertThat(events.getLast()).isInstanceOf(ScreenedOut.class);
    }

    @Test
    void a_migrant_found_back_at_the_place_of_registration_has_returned() {
        screened(inXiaoshan(), "2025-03-01");
        assertThat(accepted(inXiaoshan().livingIn("330127").since("2025-06-01"), screen("2025-09-01"))
                        .getFirst())
                .isEqualTo(new MigrantStatusEnded(StatusEndReason.RETURNED, day("2025-09-01")));
    }

    @Test
    void a_migrant_whose_registration_came_after_has_moved() {
        screened(inXiaoshan(), "2025-03-01");
        assertThat(accepted(inXiaoshan().registeredIn("330109"), screen("2025-09-01"))
                        .getFirst())
                .isEqualTo(new MigrantStatusEnded(StatusEndReason.MOVED, day("2025-09-01")));
    }

    @Test
    void a_left_behind_child_whose_parents_came_home_ends_as_returned() {
        screened(inXiji(), "2025-03-01");
        assertThat(accepted(inXiji().guardedBy(with(FATHER), with(MOTHER)), screen("2025-09-01"))
                        .getFirst())
                .isEqualTo(new LeftBehindStatusEnded(StatusEndReason.RETURNED, day("2025-09-01")));
    }

    @Test
    void a_left_behind_child_whose_mother_recovered_is_left_behind_no_longer() {
        screened(
                inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), with(MOTHER, GuardianAbility.SERIOUSLY_ILL)),
                "2025-03-01");
        assertThat(accepted(
                                inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), with(MOTHER)),
                                screen("2025-09-01"))
                        .getFirst())
                .isEqualTo(new LeftBehindStatusEnded(StatusEndReason.NO_LONGER_MET, day("2025-09-01")));
    }

    @Test
    void a_left_behind_child_who_followed_the_parents_becomes_a_migrant() {
        screened(inXiji(), "2025-03-01");
        AChild joined = inXiaoshan().registeredIn("640422100").since("2025-03-05");
        assertThat(screened(joined, "2025-09-05"))
                .containsExactly(LeftBehindStatusEnded.class, ScreenedAsMigrant.class);
    }

    @Test
    void a_review_leaves_the_status_held_until_a_person_has_decided() {
        screened(inXiaoshan(), "2025-03-01");
        AChild withCarer = inXiaoshan().guardedBy(with(ENTRUSTED_CARER));
        assertThat(screened(withCarer, "2025-09-01")).containsExactly(ScreeningReferredToReview.class);
        assertThat(state.status()).contains(ScreenedStatus.UNDER_REVIEW);
        assertThat(state.held()).isPresent();
        assertThat(decided(withCarer, review(ScreenedStatus.NEITHER, "2025-09-20")))
                .containsExactly(MigrantStatusEnded.class, ScreenedOut.class);
        assertThat(state).isInstanceOfSatisfying(ScreeningState.Neither.class, neither -> assertThat(neither.asOf())
                .isEqualTo(day("2025-09-20")));
    }

    @Test
    void a_person_may_confirm_what_was_held() {
        screened(inXiaoshan(), "2025-03-01");
        AChild withCarer = inXiaoshan().guardedBy(with(ENTRUSTED_CARER));
        screened(withCarer, "2025-09-01");
        ScreenedAsMigrant confirmed =
                (ScreenedAsMigrant) accepted(withCarer, review(ScreenedStatus.MIGRANT, "2025-09-20"))
                        .getFirst();
        assertThat(confirmed.screening().decidedByPerson()).isTrue();
        assertThat(confirmed.screening().assessedOn()).isEqualTo("2025-09-20");
        assertThat(confirmed.screening().reconfirmBy()).contains(day("2026-03-20"));
        assertThat(confirmed.note()).map(Narrative::reveal).contains("走访核实");
        isMigrant(MigrantBand.COUNTY, day("2025-03-01"), day("2025-09-20"));
    }

    @Test
    void a_person_may_find_a_child_left_behind_and_says_why() {
        referred();
        DecideScreeningReview ask = new DecideScreeningReview(
                ScreenedStatus.LEFT_BEHIND,
                Optional.of(LeftBehindReason.BOTH_PARENTS_AWAY),
                Narrative.of("走访核实"),
                day("2025-03-20"));
        AChild parentsAway = inXiaoshan()
                .guardedBy(
                        away(FATHER, "2024-01-10", "441900"),
                        away(MOTHER, "2024-01-10", "441900"),
                        with(ENTRUSTED_CARER));
        assertThat(refused(inXiaoshan(), ask)).isEqualTo(RefusalCode.FACTS_EXCLUDE_STATUS);
        assertThat(decided(parentsAway, ask)).containsExactly(ScreenedAsLeftBehind.class);
    }

    @Test
    void a_person_judges_what_is_on_file_now_and_not_what_was_at_the_referral() {
        AChild child = referred();
        DecideScreeningReview migrant = review(ScreenedStatus.MIGRANT, "2025-03-20");
        assertThat(refused(child.livingIn("330127"), migrant)).isEqualTo(RefusalCode.FACTS_EXCLUDE_STATUS);
        ScreenedAsMigrant found =
                (ScreenedAsMigrant) accepted(child.since("2024-08-01"), migrant).getFirst();
        assertThat(found.screening().findings())
                .filteredOn(finding -> finding.criterion().equals("MONTHS_OF_RESIDENCE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.observed()).containsEntry("months", "7"));
    }

    @Test
    void a_review_that_ends_out_says_that_a_person_decided() {
        AChild child = referred();
        ScreenedOut out = (ScreenedOut)
                accepted(child, review(ScreenedStatus.NEITHER, "2025-03-20")).getFirst();
        assertThat(out.reasons()).containsExactly(ScreenedOutReason.DECIDED_BY_REVIEW);
    }

    @Test
    void the_rules_may_settle_a_review_once_the_missing_facts_are_recorded() {
        AChild child = referred();
        assertThat(refused(child, screen("2025-03-10"))).isEqualTo(RefusalCode.UNDER_REVIEW);
        assertThat(screened(inXiaoshan(), "2025-03-10")).containsExactly(ScreenedAsMigrant.class);
    }

    @Test
    void every_reason_for_a_review_is_recorded() {
        ScreeningReferredToReview event = (ScreeningReferredToReview)
                accepted(inXiaoshan().guardedBy(with(ENTRUSTED_CARER)), screen("2025-03-01"))
                        .getFirst();
        assertThat(event.reasons()).containsExactly(ReviewReason.CARER_IS_NOT_A_GUARDIAN, ReviewReason.FACTS_MISSING);
    }

    @Test
    void there_is_nothing_to_decide_without_a_review() {
        assertThat(refused(inXiaoshan(), review(ScreenedStatus.MIGRANT, "2025-03-01")))
                .isEqualTo(RefusalCode.NOT_UNDER_REVIEW);
    }

    @Test
    void a_review_cannot_be_decided_as_a_review() {
        assertThat(refused(referred(), review(ScreenedStatus.UNDER_REVIEW, "2025-03-20")))
                .isEqualTo(RefusalCode.INVALID_PARAMETER);
    }

    @Test
    void nobody_over_the_age_limit_can_be_found_a_migrant_by_review() {
        AChild child = referred().born("2009-03-15");
        assertThat(refused(child, review(ScreenedStatus.MIGRANT, "2025-03-15")))
                .isEqualTo(RefusalCode.TOO_OLD_TO_SCREEN);
        assertThat(decided(child, review(ScreenedStatus.NEITHER, "2025-03-15"))).containsExactly(ScreenedOut.class);
    }

    @Test
    void an_adult_is_not_screened_but_a_status_left_over_is_ended() {
        AChild adult = inXiaoshan().born("2007-03-01");
        assertThat(refused(adult, screen("2025-03-01"))).isEqualTo(RefusalCode.TOO_OLD_TO_SCREEN);
        screened(inXiaoshan().since("2021-01-10"), "2022-12-01");
        assertThat(accepted(adult, screen("2025-03-01")).getFirst())
                .isEqualTo(new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2023-03-01")));
    }

    @Test
    void the_day_of_the_last_screening_may_be_screened_again() {
        screened(inXiaoshan(), "2025-03-01");
        assertThat(screened(inXiaoshan(), "2025-03-01")).containsExactly(ScreeningReconfirmed.class);
    }

    @Test
    void a_status_ends_by_age_on_the_sixteenth_birthday_and_not_the_day_before() {
        AChild child = inXiaoshan().born("2009-08-02");
        screened(child, "2025-07-01");
        assertThat(refused(child, end(StatusEndReason.AGED_OUT, "2025-08-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(decided(child, end(StatusEndReason.AGED_OUT, "2025-08-02")))
                .containsExactly(MigrantStatusEnded.class);
        assertThat(state).isInstanceOfSatisfying(ScreeningState.Ended.class, ended -> {
            assertThat(ended.was()).isEqualTo(ScreenedStatus.MIGRANT);
            assertThat(ended.reason()).isEqualTo(StatusEndReason.AGED_OUT);
            assertThat(ended.asOf()).isEqualTo(day("2025-08-02"));
        });
    }

    @Test
    void ageing_out_that_is_noticed_late_is_still_dated_on_the_birthday() {
        AChild child = inXiaoshan().born("2009-08-02");
        screened(child, "2025-07-01");
        assertThat(accepted(child, end(StatusEndReason.AGED_OUT, "2025-10-01")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2025-08-02")));
    }

    @Test
    void ageing_out_by_a_corrected_birth_date_is_dated_no_earlier_than_the_last_screening() {
        screened(inXiaoshan(), "2025-07-01");
        assertThat(accepted(inXiaoshan().born("2009-03-10"), end(StatusEndReason.AGED_OUT, "2025-10-01")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2025-07-01")));
    }

    @Test
    void ageing_out_while_a_review_was_open_is_dated_no_earlier_than_the_referral() {
        screened(inXiaoshan(), "2025-03-01");
        screened(inXiaoshan().guardedBy(with(ENTRUSTED_CARER)), "2025-09-01");
        assertThat(accepted(inXiaoshan().born("2009-08-02"), end(StatusEndReason.AGED_OUT, "2025-10-01")))
                .containsExactly(new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2025-09-01")));
    }

    @Test
    void ageing_out_while_the_case_was_closed_is_dated_on_its_reopening() {
        AChild child = inXiaoshan().born("2009-08-02");
        screened(child, "2025-07-01");
        openSince = day("2025-09-15");
        ScreeningState before = state;
        MigrantStatusEnded onReopening = new MigrantStatusEnded(StatusEndReason.AGED_OUT, day("2025-09-15"));
        assertThat(accepted(child, end(StatusEndReason.AGED_OUT, "2025-10-01"))).containsExactly(onReopening);
        state = before;
        assertThat(accepted(child, screen("2025-10-01")).getFirst()).isEqualTo(onReopening);
    }

    @Test
    void a_return_must_be_on_record_before_it_ends_a_status() {
        screened(inXiaoshan(), "2025-03-01");
        assertThat(refused(inXiaoshan(), end(StatusEndReason.RETURNED, "2025-06-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(decided(inXiaoshan().livingIn("330127"), end(StatusEndReason.RETURNED, "2025-06-01")))
                .containsExactly(MigrantStatusEnded.class);

        state = ScreeningState.initial();
        screened(inXiji(), "2025-03-01");
        assertThat(refused(inXiji(), end(StatusEndReason.RETURNED, "2025-06-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(decided(inXiji().guardedBy(with(FATHER)), end(StatusEndReason.RETURNED, "2025-06-01")))
                .containsExactly(LeftBehindStatusEnded.class);
    }

    @Test
    void a_move_must_be_on_record_before_it_ends_a_status() {
        screened(inXiji(), "2025-03-01");
        assertThat(refused(inXiji(), end(StatusEndReason.MOVED, "2025-06-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(decided(inXiji().livingIn("640104").since("2025-05-01"), end(StatusEndReason.MOVED, "2025-06-01")))
                .containsExactly(LeftBehindStatusEnded.class);
    }

    @Test
    void no_longer_met_must_be_what_the_rules_say() {
        screened(inXiji(), "2025-03-01");
        assertThat(refused(inXiji(), end(StatusEndReason.NO_LONGER_MET, "2025-06-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(refused(inXiji().guardedBy(with(GRANDPARENT)), end(StatusEndReason.NO_LONGER_MET, "2025-06-01")))
                .isEqualTo(RefusalCode.END_REASON_NOT_MET);
        assertThat(decided(
                        inXiji().guardedBy(away(FATHER, "2024-01-10", "441900"), with(MOTHER)),
                        end(StatusEndReason.NO_LONGER_MET, "2025-06-01")))
                .containsExactly(LeftBehindStatusEnded.class);
    }

    @Test
    void without_a_status_there_is_nothing_to_end() {
        assertThat(refused(inXiaoshan(), end(StatusEndReason.MOVED, "2025-03-01")))
                .isEqualTo(RefusalCode.NO_SCREENED_STATUS);
        screened(inXiaoshan().livingIn("330127"), "2025-03-01");
        assertThat(refused(inXiaoshan(), end(StatusEndReason.MOVED, "2025-03-01")))
                .isEqualTo(RefusalCode.NO_SCREENED_STATUS);
    }

    @Test
    void after_an_end_the_next_screening_is_a_first_one() {
        screened(inXiaoshan(), "2025-03-01");
        decided(inXiaoshan().livingIn("330127"), end(StatusEndReason.RETURNED, "2025-06-01"));
        assertThat(screened(inXiaoshan().livingIn("330127"), "2025-09-01")).containsExactly(ScreenedOut.class);
    }

    @Test
    void an_end_of_a_status_that_is_not_held_changes_nothing() {
        screened(inXiaoshan(), "2025-03-01");
        ScreeningState before = state;
        assertThat(ScreeningState.evolve(
                        state, new LeftBehindStatusEnded(StatusEndReason.RETURNED, day("2025-04-01")), 7))
                .isEqualTo(before);
    }

    private void isMigrant(MigrantBand band, LocalDate since, LocalDate asOf) {
        assertThat(state).isInstanceOfSatisfying(ScreeningState.Migrant.class, held -> {
            assertThat(held.band()).isEqualTo(band);
            assertThat(held.since()).isEqualTo(since);
            assertThat(held.asOf()).isEqualTo(asOf);
        });
    }

    private void isLeftBehind(LeftBehindReason reason, LocalDate since, LocalDate asOf) {
        assertThat(state).isInstanceOfSatisfying(ScreeningState.LeftBehind.class, held -> {
            assertThat(held.reason()).isEqualTo(reason);
            assertThat(held.since()).isEqualTo(since);
            assertThat(held.asOf()).isEqualTo(asOf);
        });
    }

    /** A child under review for its carer. */
    private AChild referred() {
        AChild child = inXiaoshan().guardedBy(with(ENTRUSTED_CARER));
        screened(child, "2025-03-01");
        return child;
    }

    private List<Class<?>> screened(AChild child, String on) {
        return decided(child, screen(on));
    }

    private List<Class<?>> decided(AChild child, ScreeningCommand ask) {
        return accepted(child, ask).stream().<Class<?>>map(Object::getClass).toList();
    }

    private List<Event> accepted(AChild child, ScreeningCommand ask) {
        Decision decision = ScreeningDecision.decide(state, child.facts(), ask, openSince, POLICIES);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<Event> events = ((Decision.Accepted) decision).events();
        events.forEach(event -> state = ScreeningState.evolve(state, (ScreeningEvent) event, ++facts));
        return events;
    }

    private RefusalCode refused(AChild child, ScreeningCommand ask) {
        Decision decision = ScreeningDecision.decide(state, child.facts(), ask, openSince, POLICIES);
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        RefusalCode code = ((Decision.Rejected) decision).refusal().code();
        assertThat(CommandCatalogue.refusals(ask.getClass()))
                .as("refusals declared on %s", ask.getClass().getSimpleName())
                .contains(code);
        return code;
    }

    private static Screen screen(String on) {
        return new Screen(SourceAgency.VILLAGE, day(on));
    }

    private static DecideScreeningReview review(ScreenedStatus status, String on) {
        return new DecideScreeningReview(status, Optional.empty(), Narrative.of("走访核实"), day(on));
    }

    private static EndScreenedStatus end(StatusEndReason reason, String on) {
        return new EndScreenedStatus(reason, day(on));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
