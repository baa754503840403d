package org.huhang.query.casefile;

import static org.huhang.query.casefile.Alert.Kind.*;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huhang.kernel.time.Counting;

/**
 * What a day makes of a case by itself.
 *
 * @param age in completed years
 * @param overdueDays days since the next home visit was due; 0 until then, empty for a child not on the ledger
 */
record OnTheDay(int age, OptionalLong overdueDays, List<Alert> alerts) {

    static OnTheDay of(CaseView view, LocalDate today) {
        LocalDate born = view.file().identity().birthDate();
        return new OnTheDay(Counting.ageOn(born, today), overdueDays(view.keyCare(), today), alerts(view, born, today));
    }

    private static OptionalLong overdueDays(KeyCare care, LocalDate today) {
        return care.listed()
                .map(listed -> OptionalLong.of(Math.max(
                        0, Alert.of(VISIT_OVERDUE, listed.nextVisitDue(), today).daysPast())))
                .orElseGet(OptionalLong::empty);
    }

    /** A closed or absorbed case asks nothing of anybody. */
    private static List<Alert> alerts(CaseView view, LocalDate born, LocalDate today) {
        return switch (view.lifecycle()) {
            case Lifecycle.Closed closed -> List.of();
            case Lifecycle.Absorbed absorbed -> List.of();
            case Lifecycle.Open open ->
                Stream.of(
                                visit(view.keyCare(), today),
                                care(view.guardianship(), today),
                                screening(view.screening(), born, today),
                                reached(EIGHTEENTH_BIRTHDAY_REACHED, Counting.turns(born, 18), today))
                        .flatMap(alerts -> alerts)
                        .toList();
        };
    }

    private static Stream<Alert> visit(KeyCare care, LocalDate today) {
        return care.listed().stream().flatMap(listed -> passed(VISIT_OVERDUE, listed.nextVisitDue(), today));
    }

    private static Stream<Alert> care(Guardianship guardianship, LocalDate today) {
        return switch (guardianship) {
            case Guardianship.InTemporaryCare care ->
                Stream.concat(
                        passed(TEMPORARY_CARE_REVIEW_OVERDUE, care.reviewBy(), today),
                        passed(TEMPORARY_CARE_BEYOND_ONE_YEAR, care.oneYearMark(), today));
            case Guardianship.Guarded guarded -> Stream.empty();
            case Guardianship.Lapsed lapsed -> Stream.empty();
            case Guardianship.UnderLongTermGuardianship ward -> Stream.empty();
        };
    }

    /** At sixteen nothing is left to review either, so an open review is to be ended as a status is. */
    private static Stream<Alert> screening(ScreeningStatus status, LocalDate born, LocalDate today) {
        Stream<Alert> reconfirmation = status.held().stream()
                .flatMap(held -> held.last().reconfirmBy().stream())
                .flatMap(by -> passed(RECONFIRMATION_OVERDUE, by, today));
        Stream<Alert> sixteen = reached(SIXTEENTH_BIRTHDAY_REACHED, Counting.turns(born, 16), today);
        return switch (status) {
            case ScreeningStatus.Held held -> Stream.concat(reconfirmation, sixteen);
            case ScreeningStatus.UnderReview review -> Stream.concat(reconfirmation, sixteen);
            case ScreeningStatus.NotScreened none -> Stream.empty();
            case ScreeningStatus.Neither neither -> Stream.empty();
            case ScreeningStatus.Ended ended -> Stream.empty();
        };
    }

    private static Stream<Alert> passed(Alert.Kind kind, LocalDate lastDay, LocalDate today) {
        return today.isAfter(lastDay) ? Stream.of(Alert.of(kind, lastDay, today)) : Stream.empty();
    }

    private static Stream<Alert> reached(Alert.Kind kind, LocalDate day, LocalDate today) {
        return today.isBefore(day) ? Stream.empty() : Stream.of(Alert.of(kind, day, today));
    }
}
