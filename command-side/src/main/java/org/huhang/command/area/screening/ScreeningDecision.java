package org.huhang.command.area.screening;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.command.decide.Decision.refuseAt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.area.screening.ScreeningCommand.DecideScreeningReview;
import org.huhang.command.area.screening.ScreeningCommand.EndScreenedStatus;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreenedOut;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReconfirmed;
import org.huhang.kernel.area.screening.ScreeningEvent.ScreeningReferredToReview;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.area.screening.ScreeningState.UnderReview;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.MigrantBand;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.ScreenedOutReason;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Screening;
import org.huhang.kernel.value.StatusEndReason;

/**
 * What may be recorded of screening, on the case as it was on the day asked for. Whether it was open and the day not in the
 * future was asked before.
 */
public final class ScreeningDecision {

    private ScreeningDecision() {}

    /** @param openSince the day of registration or of the last reopening: no status ends before it by itself */
    public static Decision decide(
            ScreeningState state,
            ScreeningFacts facts,
            ScreeningCommand ask,
            LocalDate openSince,
            PolicyBook policies) {
        return new Faults()
                .when(decidesNothing(ask), "status", RefusalCode.INVALID_PARAMETER)
                .orElse(() -> switch (ask) {
                    case Screen screen -> screen(state, facts, screen, openSince, policies);
                    case DecideScreeningReview review -> decideReview(state, facts, review, policies);
                    case EndScreenedStatus end -> end(state, facts, end, openSince, policies);
                });
    }

    private static Decision screen(
            ScreeningState state, ScreeningFacts facts, Screen ask, LocalDate openSince, PolicyBook policies) {
        if (state.held().isEmpty() && !policies.ages().isChild(facts.birthDate(), ask.on())) {
            return refuse(RefusalCode.TOO_OLD_TO_SCREEN);
        }
        Evaluation found = ScreeningRules.evaluate(facts, ask.on(), policies);
        Screening screening = found.screening(ask.agency());
        return switch (found.outcome()) {
            case Outcome.Review _ when state instanceof UnderReview -> refuse(RefusalCode.UNDER_REVIEW);
            case Outcome.Review review -> accept(new ScreeningReferredToReview(screening, review.reasons(), ask.on()));
            case Outcome.Migrant _, Outcome.LeftBehind _, Outcome.Neither _
            when isAsBefore(state, found.outcome()) ->
                accept(new ScreeningReconfirmed(screening, found.outcome().status(), ask.on()));
            case Outcome.Migrant _, Outcome.LeftBehind _, Outcome.Neither _ -> {
                Optional<ScreeningEvent> ended = state.held()
                        .filter(held -> !keeps(held, found.outcome()))
                        .map(held -> StatusEnds.byScreening(
                                held, facts, found, agedOutOn(state, facts, ask.on(), openSince, policies), policies));
                yield following(ended, recorded(found.outcome(), screening, Optional.empty(), ask.on()));
            }
        };
    }

    private static Decision decideReview(
            ScreeningState state, ScreeningFacts facts, DecideScreeningReview ask, PolicyBook policies) {
        if (!(state instanceof UnderReview review)) {
            return refuse(RefusalCode.NOT_UNDER_REVIEW);
        }
        Outcome outcome = judged(ask);
        boolean counts = !(outcome instanceof Outcome.Neither);
        if (counts && StatusEnds.agedOut(facts, ask.on(), policies)) {
            return refuse(RefusalCode.TOO_OLD_TO_SCREEN);
        }
        if (ScreeningRules.exclude(outcome, facts, ask.on(), policies)) {
            return refuseAt("status", RefusalCode.FACTS_EXCLUDE_STATUS);
        }
        Evaluation found = ScreeningRules.evaluate(facts, ask.on(), policies);
        Screening screening = new Screening(
                found.edition(),
                found.divisionEdition(),
                found.assessedOn(),
                review.agency(),
                found.findings(),
                Optional.of(ask.on())
                        .filter(_ -> counts)
                        .map(on -> on.plus(StatusEnds.edition(facts, on, policies)
                                .reconfirmWithin()
                                .value())),
                true);
        Optional<ScreeningEvent> ended = review.held()
                .filter(held -> !keeps(held, outcome))
                .map(held -> held.ended(StatusEndReason.NO_LONGER_MET, ask.on()));
        return following(ended, recorded(outcome, screening, Optional.of(ask.reason()), ask.on()));
    }

    private static Decision end(
            ScreeningState state,
            ScreeningFacts facts,
            EndScreenedStatus ask,
            LocalDate openSince,
            PolicyBook policies) {
        LocalDate day = ask.reason() == StatusEndReason.AGED_OUT
                ? agedOutOn(state, facts, ask.on(), openSince, policies)
                : ask.on();
        return state.held()
                .map(held -> StatusEnds.isMet(ask.reason(), held, facts, ask.on(), policies)
                        ? accept(held.ended(ask.reason(), day))
                        : refuse(RefusalCode.END_REASON_NOT_MET))
                .orElseGet(() -> refuse(RefusalCode.NO_SCREENED_STATUS));
    }

    /**
     * Ageing out counts from the birthday, not from the day somebody noticed; yet no fact goes before the last one of
     * screening or before the case was open, however late a birth date was put right.
     */
    private static LocalDate agedOutOn(
            ScreeningState state, ScreeningFacts facts, LocalDate on, LocalDate openSince, PolicyBook policies) {
        return Stream.concat(Stream.of(StatusEnds.birthday(facts, on, policies), openSince), state.lastDay().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A person judges by the Plan, which knows no township band. */
    private static Outcome judged(DecideScreeningReview ask) {
        return switch (ask.status()) {
            case MIGRANT -> new Outcome.Migrant(MigrantBand.COUNTY);
            case LEFT_BEHIND -> new Outcome.LeftBehind(ask.leftBehindReason().orElseThrow());
            case NEITHER -> new Outcome.Neither(List.of(ScreenedOutReason.DECIDED_BY_REVIEW));
            case UNDER_REVIEW -> throw new IllegalArgumentException("A review is not decided by another one");
        };
    }

    private static boolean decidesNothing(ScreeningCommand ask) {
        return ask instanceof DecideScreeningReview review && review.status() == ScreenedStatus.UNDER_REVIEW;
    }

    /** The same finding once more. What ends a review is recorded in full, even where it confirms what was held. */
    private static boolean isAsBefore(ScreeningState state, Outcome outcome) {
        return switch (state) {
            case ScreeningState.Migrant held -> outcome.equals(new Outcome.Migrant(held.band()));
            case ScreeningState.LeftBehind held -> outcome.equals(new Outcome.LeftBehind(held.reason()));
            case ScreeningState.Neither _ -> outcome instanceof Outcome.Neither;
            case ScreeningState.NotScreened _, UnderReview _, ScreeningState.Ended _ -> false;
        };
    }

    /** Left behind for another reason is left behind still; another band of migrants is another status. */
    private static boolean keeps(Held held, Outcome outcome) {
        return switch (held) {
            case ScreeningState.Migrant migrant -> outcome.equals(new Outcome.Migrant(migrant.band()));
            case ScreeningState.LeftBehind _ -> outcome instanceof Outcome.LeftBehind;
        };
    }

    private static ScreeningEvent recorded(
            Outcome outcome, Screening screening, Optional<Narrative> note, LocalDate on) {
        return switch (outcome) {
            case Outcome.Migrant migrant -> new ScreeningEvent.ScreenedAsMigrant(screening, migrant.band(), note, on);
            case Outcome.LeftBehind left -> new ScreeningEvent.ScreenedAsLeftBehind(screening, left.reason(), note, on);
            case Outcome.Neither neither -> new ScreenedOut(screening, neither.reasons(), note, on);
            case Outcome.Review review -> new ScreeningReferredToReview(screening, review.reasons(), on);
        };
    }

    private static Decision following(Optional<ScreeningEvent> ended, ScreeningEvent next) {
        return accept(Stream.<CaseEvent>concat(ended.stream(), Stream.of(next)).toList());
    }
}
