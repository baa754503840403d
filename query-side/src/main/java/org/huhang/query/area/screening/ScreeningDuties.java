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
import org.huhang.query.area.Alert;
import org.huhang.query.area.Duty;
import org.huhang.query.area.TaskKind;

/** What screening (监测摸排) asks for. */
public final class ScreeningDuties {

    private ScreeningDuties() {}

    /** @param outgrown the birthday from which on the child is not screened any more */
    public static Stream<Duty> of(ScreeningState state, LocalDate outgrown) {
        Stream<Duty> ages = state.held().stream().map(_ -> new Duty(TaskKind.AGES_OUT, outgrown));
        Stream<Duty> next =
                switch (state) {
                    case UnderReview review -> Stream.of(new Duty(TaskKind.DECIDE_REVIEW, review.asOf()));
                    case Held held -> repeated(held.reconfirmBy());
                    case Neither neither -> repeated(neither.reconfirmBy());
                    case NotScreened _, Ended _ -> Stream.empty();
                };
        return Stream.concat(ages, next);
    }

    /** At that age nothing is left to review either, so an open review is to be ended as a status is. */
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

    private static Stream<Duty> repeated(Optional<LocalDate> by) {
        return by.stream().map(day -> new Duty(TaskKind.RECONFIRM_SCREENING, day));
    }
}
