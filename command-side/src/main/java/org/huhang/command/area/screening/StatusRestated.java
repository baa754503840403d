package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseHistory.Step;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.EntryId;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.StatusEndReason;

/** Statuses that, by all that is known, ended: with a move, with a birthday, or that should not have been found. */
public final class StatusRestated {

    private StatusRestated() {}

    /** The first end that is not recorded, in the order of truth. */
    public static Optional<CaseEvent> first(
            CaseHistory before, CaseHistory after, LocalDate today, PolicyBook policies) {
        Map<EntryId, Step> then = before.steps().stream()
                .collect(Collectors.toMap(step -> step.entry().id(), Function.identity(), (_, again) -> again));
        List<Step> steps = after.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Registered evening = evening(steps, i);
            LocalDate next = nextDay(steps, i);
            Optional<Held> held = evening.screening().held();
            if (held.isEmpty() || step.overruled() || !evening.lifecycle().open()) {
                continue;
            }
            Optional<CaseEvent> end = byMove(step, evening, policies)
                    .or(() -> byOtherFacts(then.get(step.entry().id()), step, evening, policies))
                    .or(() -> outgrown(evening, today, policies)
                            .filter(aged -> aged.effectiveOn().isBefore(next)));
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /**
     * The end of a status that the child has grown too old for: of the birthday, or of the later day on which it was found or a
     * closed case opened again.
     */
    public static Optional<CaseEvent> outgrown(Registered state, LocalDate today, PolicyBook policies) {
        DivisionCode residence = state.child().residence().division().code();
        LocalDate birthday =
                policies.screening().tooOldFrom(state.child().identity().birthDate(), residence);
        return state.screening()
                .held()
                .filter(_ -> !birthday.isAfter(today))
                .map(held ->
                        held.ended(StatusEndReason.AGED_OUT, later(later(birthday, held.asOf()), openedAgain(state))));
    }

    private static LocalDate openedAgain(Registered state) {
        return switch (state.lifecycle()) {
            case Lifecycle.Open open -> open.reopened().isPresent() ? open.openSince() : LocalDate.MIN;
            case Lifecycle.Closed _, Lifecycle.Absorbed _ -> LocalDate.MIN;
        };
    }

    /** A move out of the county, of a child that was not screened again on that day. */
    private static Optional<CaseEvent> byMove(Step step, Registered evening, PolicyBook policies) {
        CaseEvent event = step.entry().event();
        if (step.before() == null
                || !(event instanceof ResidenceMoved || event instanceof HukouMoved)
                || !step.before().screening().equals(evening.screening())) {
            return Optional.empty();
        }
        return StatusAfterMove.onMove(
                        step.before().screening(),
                        ScreeningFacts.of(step.before().child()),
                        ScreeningFacts.of(step.after().child()),
                        step.entry().on(),
                        policies.divisions())
                .stream()
                .<CaseEvent>map(Function.identity())
                .findFirst();
    }

    /**
     * A screening by the rules that would not find the status, now that other facts of its day are known.
     *
     * @param then the same screening, by what was known before; null where there was none
     */
    private static Optional<CaseEvent> byOtherFacts(Step then, Step step, Registered evening, PolicyBook policies) {
        if (then == null
                || !(step.entry().event() instanceof ScreeningEvent found)
                || found.evaluated().filter(Screening::decidedByPerson).isPresent()
                || found.evaluated().isEmpty()) {
            return Optional.empty();
        }
        ScreeningFacts facts = ScreeningFacts.of(step.before().child());
        if (facts.equals(ScreeningFacts.of(then.before().child()))) {
            return Optional.empty();
        }
        Evaluation anew = ScreeningRules.evaluate(facts, step.entry().on(), policies);
        return evening.screening()
                .held()
                .filter(held -> held.evaluation() == step.entry().number())
                .filter(held -> StatusEnds.isLost(held, anew.outcome()))
                .map(held ->
                        StatusEnds.byScreening(held, facts, anew, step.entry().on(), policies));
    }

    /** The picture at the end of the step's day. */
    private static Registered evening(List<Step> steps, int i) {
        int last = i;
        while (last + 1 < steps.size()
                && !steps.get(last + 1)
                        .entry()
                        .on()
                        .isAfter(steps.get(i).entry().on())) {
            last++;
        }
        return steps.get(last).after();
    }

    /** The first day after the step's on which there is another; the last of all days where there is none. */
    private static LocalDate nextDay(List<Step> steps, int i) {
        LocalDate day = steps.get(i).entry().on();
        return steps.stream()
                .skip(i)
                .map(step -> step.entry().on())
                .filter(next -> next.isAfter(day))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
