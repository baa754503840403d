package org.huhang.query.area.screening;

import static org.huhang.query.area.Alert.Kind.RECONFIRMATION_OVERDUE;
import static org.huhang.query.area.Alert.Kind.SIXTEENTH_BIRTHDAY_REACHED;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.area.screening.ScreeningState.Ended;
import org.huhang.kernel.area.screening.ScreeningState.Held;
import org.huhang.kernel.area.screening.ScreeningState.Neither;
import org.huhang.kernel.area.screening.ScreeningState.NotScreened;
import org.huhang.kernel.area.screening.ScreeningState.UnderReview;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.Alert;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.file.Particulars;

/** What screening (监测摸排) asks for. */
public final class ScreeningDuties {

    private ScreeningDuties() {}

    /** By when to screen again. */
    public static Optional<LocalDate> repetition(ScreeningState state) {
        return switch (state) {
            case Held held -> held.reconfirmBy();
            case Neither neither -> neither.reconfirmBy();
            case UnderReview _, NotScreened _, Ended _ -> Optional.empty();
        };
    }

    /** The birthday on which the status held is outgrown. */
    public static Optional<LocalDate> agesOut(CaseOutline outline, PolicyBook policies) {
        Particulars child = outline.particulars();
        return outline.screening().held().map(_ -> policies.screening()
                .tooOldFrom(child.birthDate(), DivisionCode.of(child.residence())));
    }

    /** Since when a review waits. */
    public static Optional<LocalDate> review(ScreeningState state) {
        return switch (state) {
            case UnderReview review -> Optional.of(review.asOf());
            case Held _, Neither _, NotScreened _, Ended _ -> Optional.empty();
        };
    }

    /**
     * At that age nothing is left to review either, so an open review is to be ended as a status is.
     *
     * @param outgrown the birthday from which on the child is not screened any more
     */
    public static Stream<Alert> alerts(ScreeningState state, LocalDate outgrown, LocalDate today) {
        return switch (state) {
            case Held _, UnderReview _ ->
                Stream.concat(
                        nextReconfirmation(state).stream()
                                .flatMap(by -> Alert.passed(RECONFIRMATION_OVERDUE, by, today)),
                        Alert.reached(SIXTEENTH_BIRTHDAY_REACHED, outgrown, today));
            case NotScreened _, Neither _, Ended _ -> Stream.empty();
        };
    }

    /** By when the status held is to be confirmed. */
    public static Optional<LocalDate> nextReconfirmation(ScreeningState state) {
        return state.held().flatMap(Held::reconfirmBy);
    }
}
