package org.huhang.command.area.screening;

import java.time.LocalDate;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.area.screening.ScreeningState.LeftBehind;
import org.huhang.kernel.area.screening.ScreeningState.Migrant;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.policy.ScreeningEdition;
import org.huhang.kernel.time.Counting;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.StatusEndReason;

/** Why, and on which day, a migrant or left-behind status ends. */
final class StatusEnds {

    private StatusEnds() {}

    /**
     * The end that a screening with another outcome brings, of the day of the screening.
     *
     * @param agedOutOn the day to record for a child who has grown too old
     */
    static ScreeningEvent byScreening(
            Held held, ScreeningFacts facts, Evaluation found, LocalDate agedOutOn, PolicyBook policies) {
        LocalDate on = found.assessedOn();
        if (agedOut(facts, on, policies)) {
            return held.ended(StatusEndReason.AGED_OUT, agedOutOn);
        }
        return held.ended(reason(held, facts, found, policies), on);
    }

    /** Whether what is recorded bears out the reason an officer gives. */
    static boolean isMet(StatusEndReason reason, Held held, ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        return switch (reason) {
            case AGED_OUT -> agedOut(facts, on, policies);
            case RETURNED ->
                switch (held) {
                    case Migrant _ -> livesAtHukou(facts, on, policies);
                    case LeftBehind _ ->
                        ScreeningRules.evaluate(facts, on, policies).found(ParentsAway.NAME, Finding.Outcome.NOT_MET);
                };
            case MOVED -> movedSince(held, facts) || held instanceof Migrant && livesAtHukou(facts, on, policies);
            case NO_LONGER_MET ->
                isLost(held, ScreeningRules.evaluate(facts, on, policies).outcome());
        };
    }

    static boolean agedOut(ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        return Counting.ageOn(facts.birthDate(), on)
                >= edition(facts, on, policies).ageBelow().value();
    }

    /** From which on the child is no longer screened, by the edition in force on {@code on}. */
    static LocalDate birthday(ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        return Counting.turns(
                facts.birthDate(), edition(facts, on, policies).ageBelow().value());
    }

    static ScreeningEdition edition(ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        return policies.screening().editionFor(facts.residence().division().code(), on);
    }

    private static StatusEndReason reason(Held held, ScreeningFacts facts, Evaluation found, PolicyBook policies) {
        return switch (held) {
            case Migrant _
            when livesAtHukou(facts, found.assessedOn(), policies) ->
                movedSince(held, facts) ? StatusEndReason.RETURNED : StatusEndReason.MOVED;
            case LeftBehind _ when parentsAreBack(found.outcome()) -> StatusEndReason.RETURNED;
            case Migrant _, LeftBehind _ ->
                movedSince(held, facts) ? StatusEndReason.MOVED : StatusEndReason.NO_LONGER_MET;
        };
    }

    static boolean isLost(Held held, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Migrant migrant -> !(held instanceof Migrant before && before.band() == migrant.band());
            case Outcome.LeftBehind _ -> !(held instanceof LeftBehind);
            case Outcome.Neither _ -> true;
            case Outcome.Review _ -> false;
        };
    }

    private static boolean livesAtHukou(ScreeningFacts facts, LocalDate on, PolicyBook policies) {
        return Comparison.of(facts.hukou().division(), facts.residence().division(), on, policies.divisions())
                        .apart()
                == Apart.ONE_UNIT;
    }

    private static boolean movedSince(Held held, ScreeningFacts facts) {
        return facts.residence().since().isAfter(held.since());
    }

    private static boolean parentsAreBack(Outcome outcome) {
        return outcome instanceof Outcome.Neither neither
                && (neither.reasons().contains(ScreenedOutReason.LIVES_WITH_PARENTS)
                        || neither.reasons().contains(ScreenedOutReason.PARENTS_NOT_AWAY));
    }
}
