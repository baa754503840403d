package org.huhang.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.command.api.Bodies.REGISTER;
import static org.huhang.command.api.Bodies.bytes;

import java.time.LocalDate;
import java.util.List;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.Evaluation;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.KnownCases;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ScreenedStatus;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final PolicyBook POLICIES = PolicyBook.published();
    private static final Actor THERE = officerOf("330109");
    private static final Actor ELSEWHERE = officerOf("440106");

    private final CaseId registered = CaseId.random();
    private final CaseStates states = id -> id.equals(registered) ? state(id) : CaseState.unregistered(id);
    private final DryRun dryRun = new DryRun(states, () -> POLICIES);

    @Test
    void a_registration_is_judged_as_its_case_would_be() {
        Evaluation byBody = dryRun.ofRegistration(registration(REGISTER), TODAY, THERE);

        assertThat(byBody).isEqualTo(dryRun.ofCase(registered, TODAY, THERE));
        assertThat(byBody.outcome().status()).isEqualTo(ScreenedStatus.MIGRANT);
    }

    @Test
    void another_day_may_give_another_answer() {
        assertThat(dryRun.ofCase(registered, LocalDate.of(2025, 3, 1), THERE)
                        .outcome()
                        .status())
                .isNotEqualTo(ScreenedStatus.MIGRANT);
        assertThat(dryRun.ofCase(registered, LocalDate.of(2032, 5, 4), THERE)
                        .outcome()
                        .status())
                .isEqualTo(ScreenedStatus.NEITHER);
    }

    @Test
    void a_day_before_the_child_was_born_cannot_be_judged() {
        assertThatThrownBy(() -> dryRun.ofCase(registered, LocalDate.of(2016, 5, 3), THERE))
                .hasMessage(RefusalCode.BEFORE_BIRTH.name());
    }

    @Test
    void a_case_elsewhere_is_not_found_just_like_none() {
        assertThatThrownBy(() -> dryRun.ofCase(registered, TODAY, ELSEWHERE))
                .hasMessage(RefusalCode.CASE_NOT_FOUND.name());
        assertThatThrownBy(() -> dryRun.ofCase(CaseId.random(), TODAY, THERE))
                .hasMessage(RefusalCode.CASE_NOT_FOUND.name());
    }

    @Test
    void a_registration_that_would_be_refused_is_refused_here() {
        assertThatThrownBy(() -> dryRun.ofRegistration(registration(REGISTER), TODAY, ELSEWHERE))
                .hasMessage(RefusalCode.OUTSIDE_YOUR_DIVISION.name());
        assertThatThrownBy(() ->
                        dryRun.ofRegistration(registration(REGISTER.replace("2016-05-04", "2027-01-01")), TODAY, THERE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void of_possible_duplicates_only_those_are_named_that_the_caller_may_know_of() {
        KnownCases known = new KnownCases(states);
        List<CaseId> lookalikes = List.of(registered, CaseId.random());

        assertThat(known.among(lookalikes, THERE, POLICIES.divisions())).containsExactly(registered);
        assertThat(known.among(lookalikes, officerOf("640425"), POLICIES.divisions()))
                .containsExactly(registered);
        assertThat(known.among(lookalikes, ELSEWHERE, POLICIES.divisions())).isEmpty();
    }

    private static CaseState state(CaseId id) {
        CaseState state = CaseState.unregistered(id);
        Decision decision = Decider.decide(state, registration(REGISTER), new Circumstances(THERE, TODAY, POLICIES));
        return state.withAll(((Decision.Accepted) decision).events());
    }

    private static Register registration(String body) {
        return CommandBody.read(bytes(body), Register.class).command();
    }

    private static Actor officerOf(String division) {
        return new Actor("officer", Role.COUNTY_OFFICER, Jurisdiction.of(division));
    }
}
