package org.huhang.command.area.keycare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.command.decide.Facts.*;
import static org.huhang.command.decide.Scenario.given;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.command.area.keycare.KeyCareCommand.DelistKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ListKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.ReassessKeyCare;
import org.huhang.command.area.keycare.KeyCareCommand.RecordAttemptedVisit;
import org.huhang.command.area.keycare.KeyCareCommand.RecordVisit;
import org.huhang.command.decide.Scenario;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.keycare.KeyCare.Listed;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.RiskLevel;
import org.junit.jupiter.api.Test;

/** The key-care ledger and its home visits. */
class KeyCareDecisionTest {

    private static final PolicyEditionId CADENCE = PolicyEditionId.of("VISITS-2024");
    private static final PersonName VISITOR = PersonName.of("村儿童主任");
    private static final Optional<Narrative> OWN_VIEW = Optional.of(Narrative.of("想和妈妈住在一起"));
    private static final DivisionCode VILLAGE_ONE = DivisionCode.of("330109001001");
    private static final DivisionCode NEXT_TOWNSHIP = DivisionCode.of("330109002");
    private static final DivisionCode COUNTY_ONLY = DivisionCode.of("330109");

    @Test
    void a_child_of_high_risk_is_listed_and_due_in_a_week() {
        given(registered())
                .when(list(RiskLevel.HIGH, "2026-02-01", KeyCareGround.HARDSHIP, KeyCareGround.VAGRANCY))
                .thenAccepted(new KeyCareListed(
                        Set.of(KeyCareGround.HARDSHIP, KeyCareGround.VAGRANCY),
                        RiskLevel.HIGH,
                        on("2026-02-08"),
                        CADENCE,
                        on("2026-02-01")));
    }

    @Test
    void a_child_already_listed_is_not_listed_again() {
        given(registered(), listed("2026-02-01"))
                .when(list(RiskLevel.HIGH, "2026-03-01", KeyCareGround.VAGRANCY))
                .thenRefused(ALREADY_KEY_CARE);
    }

    @Test
    void nobody_is_listed_twice_on_a_day_on_which_they_were_listed() {
        given(registered(), listed("2026-02-01"), delisted("2026-03-01"))
                .when(list(RiskLevel.HIGH, "2026-02-28", KeyCareGround.VAGRANCY))
                .thenRefused(ALREADY_KEY_CARE);
    }

    @Test
    void a_listing_may_be_told_after_a_later_one() {
        given(registered(), listed("2026-03-01"))
                .when(list(RiskLevel.HIGH, "2026-02-28", KeyCareGround.VAGRANCY))
                .thenRecorded(KeyCareEvent.KeyCareListed.class);
    }

    @Test
    void an_adult_is_not_listed() {
        String birthday = BIRTH.plusYears(18).toString();
        given(registered())
                .at(birthday)
                .when(list(RiskLevel.LOW, birthday, KeyCareGround.HARDSHIP))
                .thenRefused(TOO_OLD_FOR_CARE);
    }

    @Test
    void a_family_from_the_next_township_may_ask_for_help() {
        given(registered(child(), NEXT_TOWNSHIP, VILLAGE_ONE))
                .when(list(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP))
                .thenAccepted(listed(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP));
    }

    @Test
    void a_family_from_another_county_may_ask_for_help() {
        given(registered(child(), DivisionCode.of("340122"), COUNTY_ONLY))
                .when(list(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP))
                .thenAccepted(listed(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP));
    }

    @Test
    void asking_for_help_at_home_is_no_ground() {
        given(registered(child(), RESIDENCE, VILLAGE_ONE))
                .when(list(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP))
                .thenRefusedAt("grounds", GROUND_REQUIRES_TOWNSHIP_CROSSING);
    }

    @Test
    void a_township_that_is_not_known_has_not_been_crossed() {
        given(registered(child(), COUNTY_ONLY, NEXT_TOWNSHIP))
                .when(list(RiskLevel.LOW, "2026-02-01", KeyCareGround.ASKED_FOR_HELP))
                .thenRefusedAt("grounds", GROUND_REQUIRES_TOWNSHIP_CROSSING);
    }

    @Test
    void a_risk_that_fell_lengthens_the_interval_from_the_last_visit() {
        given(registered(), listed(RiskLevel.HIGH, "2026-02-01", KeyCareGround.HARDSHIP), visited("2026-02-06"))
                .when(reassess(RiskLevel.MEDIUM, "2026-02-10"))
                .thenAccepted(reassessed(RiskLevel.MEDIUM, "2026-03-08", "2026-02-10"));
    }

    @Test
    void a_risk_that_rose_asks_for_a_visit_within_its_interval_from_now() {
        given(registered(), listed("2026-02-01"))
                .when(reassess(RiskLevel.HIGH, "2026-03-01"))
                .thenAccepted(reassessed(RiskLevel.HIGH, "2026-03-08", "2026-03-01"));
    }

    @Test
    void judging_anew_does_not_put_off_an_overdue_visit() {
        given(registered(), listed(RiskLevel.HIGH, "2026-02-01", KeyCareGround.HARDSHIP))
                .when(reassess(RiskLevel.HIGH, "2026-03-01"))
                .thenAccepted(reassessed(RiskLevel.HIGH, "2026-02-08", "2026-03-01"));
    }

    @Test
    void a_child_not_listed_is_not_reassessed() {
        given(registered()).when(reassess(RiskLevel.HIGH, "2026-03-01")).thenRefused(NOT_KEY_CARE);
    }

    @Test
    void a_reassessment_may_be_told_after_the_visit_that_followed_it() {
        given(registered(), listed("2026-02-01"), visited("2026-03-02"))
                .when(reassess(RiskLevel.HIGH, "2026-03-01"))
                .thenAccepted(reassessed(RiskLevel.HIGH, "2026-03-08", "2026-03-01"));
    }

    @Test
    void asking_for_help_cannot_be_added_at_home() {
        given(registered(child(), RESIDENCE, RESIDENCE), listed("2026-02-01"))
                .when(new ReassessKeyCare(Set.of(KeyCareGround.ASKED_FOR_HELP), RiskLevel.LOW, on("2026-03-01")))
                .thenRefusedAt("grounds", GROUND_REQUIRES_TOWNSHIP_CROSSING);
    }

    @Test
    void a_late_reassessment_asks_for_a_ground_that_held_on_its_day() {
        given(registered(child(), RESIDENCE, RESIDENCE), listed("2026-02-01"), visited("2026-03-02"))
                .when(new ReassessKeyCare(Set.of(KeyCareGround.ASKED_FOR_HELP), RiskLevel.LOW, on("2026-03-01")))
                .thenRefusedAt("grounds", GROUND_REQUIRES_TOWNSHIP_CROSSING);
    }

    @Test
    void an_adult_is_not_reassessed() {
        String birthday = BIRTH.plusYears(18).toString();
        given(registered(), listed("2026-02-01"))
                .at(birthday)
                .when(reassess(RiskLevel.LOW, birthday))
                .thenRefused(TOO_OLD_FOR_CARE);
    }

    @Test
    void a_child_leaves_the_ledger_when_its_grounds_end() {
        given(registered(), listed("2026-02-01"))
                .when(new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), on("2026-03-01")))
                .thenAccepted(delisted("2026-03-01"));
    }

    @Test
    void a_child_who_was_never_listed_cannot_leave() {
        given(registered())
                .when(new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), on("2026-03-01")))
                .thenRefused(NOT_KEY_CARE);
    }

    @Test
    void that_a_child_left_may_be_told_after_a_visit_to_it() {
        given(registered(), listed("2026-02-01"), visited("2026-03-02"))
                .when(new DelistKeyCare(DelistReason.GROUNDS_ENDED, Optional.empty(), on("2026-03-01")))
                .thenRecorded(KeyCareEvent.KeyCareDelisted.class);
    }

    @Test
    void a_child_of_ten_does_not_leave_as_an_adult() {
        given(registered(), listed("2026-02-01"))
                .when(new DelistKeyCare(DelistReason.ADULT, Optional.empty(), on("2026-03-01")))
                .thenRefusedAt("reason", NOT_YET_ADULT);
    }

    @Test
    void a_visit_sets_the_next_ones_due_date_and_keeps_the_risk() {
        given(registered(), listed("2026-02-01"))
                .when(visit(OWN_VIEW, Optional.empty(), "2026-02-20"))
                .thenAccepted(visited(OWN_VIEW, RiskLevel.LOW, "2026-05-21", "2026-02-20"));
    }

    @Test
    void a_visitor_who_is_alarmed_raises_the_risk() {
        given(registered(), listed("2026-02-01"))
                .when(visit(OWN_VIEW, Optional.of(RiskLevel.HIGH), "2026-02-20"))
                .thenAccepted(visited(OWN_VIEW, RiskLevel.HIGH, "2026-02-27", "2026-02-20"));
    }

    @Test
    void a_visit_recorded_late_holds_the_risk_and_the_due_date_of_its_own_day() {
        given(registered(), listed("2026-02-01"), reassessed(RiskLevel.HIGH, "2026-03-08", "2026-03-01"))
                .when(visit(OWN_VIEW, Optional.empty(), "2026-02-20"))
                .thenAccepted(visited(OWN_VIEW, RiskLevel.LOW, dueAfter("2026-02-20"), "2026-02-20"));
    }

    @Test
    void a_visit_recorded_late_moves_neither_risk_nor_due_date_on_file() {
        List<CaseEvent> known =
                List.of(registered(), listed("2026-02-01"), reassessed(RiskLevel.HIGH, "2026-03-08", "2026-03-01"));
        Listed before = onTheLedger(known);
        Listed after = onTheLedger(
                Stream.concat(known.stream(), Stream.of(visited("2026-02-20"))).toList());

        assertThat(after.nextVisit()).isEqualTo(before.nextVisit());
        assertThat(after.risk()).isEqualTo(before.risk());
        assertThat(after.lastVisit()).contains(on("2026-02-20"));
    }

    @Test
    void a_visit_recorded_late_may_judge_the_risk_of_its_own_day() {
        given(registered(), listed("2026-02-01"), visited("2026-03-02"))
                .when(visit(OWN_VIEW, Optional.of(RiskLevel.HIGH), "2026-02-20"))
                .thenAccepted(visited(OWN_VIEW, RiskLevel.HIGH, "2026-02-27", "2026-02-20"));
    }

    @Test
    void a_child_who_is_not_listed_gets_no_key_care_visit() {
        given(registered())
                .when(visit(OWN_VIEW, Optional.empty(), "2026-02-20"))
                .thenRefused(NOT_KEY_CARE);
    }

    @Test
    void a_visit_before_the_listing_is_refused() {
        given(registered(), listed("2026-02-01"))
                .when(visit(OWN_VIEW, Optional.empty(), "2026-01-31"))
                .thenRefusedAt("on", VISIT_BEFORE_LISTING);
    }

    @Test
    void a_child_of_eight_is_asked_for_its_own_view() {
        given(registered(childBorn(on("2018-02-20"))), listed("2026-02-01"))
                .when(visit(Optional.empty(), Optional.empty(), "2026-02-20"))
                .thenRefusedAt("childView", CHILD_VIEW_REQUIRED);
    }

    @Test
    void the_day_before_the_eighth_birthday_the_childs_view_may_be_left_out() {
        given(registered(childBorn(on("2018-02-21"))), listed("2026-02-01"))
                .when(visit(Optional.empty(), Optional.empty(), "2026-02-20"))
                .thenAccepted(visited(Optional.empty(), RiskLevel.LOW, "2026-05-21", "2026-02-20"));
    }

    @Test
    void an_attempt_keeps_how_many_call_for_a_search_by_the_policy_of_its_day() {
        given(registered(), listed("2026-02-01")).when(attempt("2026-02-20")).thenAccepted(attempted(3, "2026-02-20"));
    }

    @Test
    void an_attempt_puts_the_next_visit_off_no_more_than_it_stands_in_for_one() {
        List<CaseEvent> known = List.of(registered(), listed("2026-02-01"), visited("2026-02-10"));
        Listed before = onTheLedger(known);
        Listed after = onTheLedger(Stream.concat(known.stream(), Stream.of(attempted(3, "2026-02-20")))
                .toList());

        assertThat(after.nextVisit()).isEqualTo(before.nextVisit());
        assertThat(after.lastVisit()).isEqualTo(before.lastVisit());
        assertThat(after.lastChange()).isEqualTo(before.lastChange());
        assertThat(after.attempts()).hasSize(1);
    }

    @Test
    void an_attempt_may_be_told_after_the_visit_that_followed_it() {
        given(registered(), listed("2026-02-01"), visited("2026-03-02"))
                .when(attempt("2026-02-20"))
                .thenAccepted(attempted(3, "2026-02-20"));
    }

    @Test
    void an_attempt_before_the_listing_is_refused() {
        given(registered(), listed("2026-02-01")).when(attempt("2026-01-31")).thenRefusedAt("on", VISIT_BEFORE_LISTING);
    }

    @Test
    void a_child_who_is_not_listed_gets_no_key_care_attempt() {
        given(registered()).when(attempt("2026-02-20")).thenRefused(NOT_KEY_CARE);
        given(registered(), listed("2026-02-01"), delisted("2026-02-10"))
                .when(attempt("2026-02-20"))
                .thenRefused(NOT_KEY_CARE);
    }

    private static RecordAttemptedVisit attempt(String day) {
        return new RecordAttemptedVisit(VISITOR, WORDS, on(day));
    }

    private static HomeVisitAttempted attempted(int searchAfter, String day) {
        return new HomeVisitAttempted(VISITOR, WORDS, searchAfter, CADENCE, on(day));
    }

    private static Listed onTheLedger(List<CaseEvent> facts) {
        return ((Registered) Scenario.fold(Scenario.CASE, facts))
                .keyCare()
                .listed()
                .orElseThrow();
    }

    private static ListKeyCare list(RiskLevel risk, String day, KeyCareGround... grounds) {
        return new ListKeyCare(Set.of(grounds), risk, on(day));
    }

    private static ReassessKeyCare reassess(RiskLevel risk, String day) {
        return new ReassessKeyCare(Set.of(KeyCareGround.HARDSHIP), risk, on(day));
    }

    private static KeyCareReassessed reassessed(RiskLevel risk, String due, String day) {
        return new KeyCareReassessed(Set.of(KeyCareGround.HARDSHIP), risk, on(due), CADENCE, on(day));
    }

    private static RecordVisit visit(Optional<Narrative> childView, Optional<RiskLevel> risk, String day) {
        return new RecordVisit(VISITOR, WORDS, childView, risk, on(day));
    }

    private static HomeVisitRecorded visited(String day) {
        return visited(OWN_VIEW, RiskLevel.LOW, dueAfter(day), day);
    }

    private static HomeVisitRecorded visited(Optional<Narrative> childView, RiskLevel risk, String due, String day) {
        return new HomeVisitRecorded(VISITOR, WORDS, childView, risk, on(due), CADENCE, on(day));
    }

    private static String dueAfter(String day) {
        LocalDate visit = on(day);
        return visit.plusDays(90).toString();
    }

    private static KeyCareDelisted delisted(String day) {
        return new KeyCareDelisted(DelistReason.GROUNDS_ENDED, Optional.empty(), on(day));
    }
}
