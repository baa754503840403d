package org.huhang.command.api;

import java.time.LocalDate;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.Evaluation;
import org.huhang.command.area.screening.ScreeningFacts;
import org.huhang.command.area.screening.ScreeningRules;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decider;
import org.huhang.command.decide.Decision;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.KnownCases;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.springframework.stereotype.Component;

/** Applies the screening rules to what is on file, or to what would be. */
@Component
class DryRun {

    private final CaseStates states;
    private final Policies policies;

    DryRun(CaseStates states, Policies policies) {
        this.states = states;
        this.policies = policies;
    }

    /** @throws Refused {@code CASE_NOT_FOUND}, also outside the caller's division; {@code BEFORE_BIRTH} */
    Evaluation ofCase(CaseId caseId, LocalDate on, Actor actor) {
        PolicyBook book = policies.now();
        CaseState state = states.now(caseId);
        if (!KnownCases.knows(actor, state, book.divisions())) {
            throw new Refused(RefusalCode.CASE_NOT_FOUND);
        }
        return evaluate(state, on, book);
    }

    /**
     * Judges a child by what a registration says, as of its own day.
     *
     * @throws Refused whatever the registration itself would be refused with
     */
    Evaluation ofRegistration(Register ask, LocalDate today, Actor actor) {
        PolicyBook book = policies.now();
        CaseState state = CaseState.unregistered(CaseId.random());
        switch (Decider.decide(state, ask, new Circumstances(actor, today, book))) {
            case Decision.Rejected rejected -> throw new Refused(rejected.refusal());
            case Decision.Accepted accepted -> {
                state = state.withAll(accepted.events());
            }
        }
        if (!KnownCases.knows(actor, state, book.divisions())) {
            throw new Refused(RefusalCode.OUTSIDE_YOUR_DIVISION);
        }
        return evaluate(state, ask.on(), book);
    }

    private Evaluation evaluate(CaseState state, LocalDate on, PolicyBook book) {
        ChildFile child = state.known().orElseThrow();
        if (on.isBefore(child.identity().birthDate())) {
            throw new Refused(Refusal.at("on", RefusalCode.BEFORE_BIRTH));
        }
        return ScreeningRules.evaluate(ScreeningFacts.of(child), on, book);
    }
}
