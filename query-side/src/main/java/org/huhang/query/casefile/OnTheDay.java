package org.huhang.query.casefile;

import static org.huhang.query.casefile.Alert.Kind.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huhang.kernel.value.Screening;

/**
 * What a day makes of a case by itself.
 *
 * @param age in completed years
 * @param overdueDays days since the next home visit was due; 0 until then, empty for a child not on the ledger
 */
record OnTheDay(int age, OptionalLong overdueDays, List<Alert> alerts) {

    static OnTheDay of(CaseView view, LocalDate today) {
        LocalDate born = view.file().identity().birthDate();
        return new OnTheDay(age(born, today), overdueDays(view.keyCare(), today), alerts(view, born, today));
    }

    /** Counts as {@link LocalDate#plusYears} does: who is born on 29 February completes a common year on the 28th. */
    private static int age(LocalDate born, LocalDate today) {
        int years = Period.between(born, today).getYears();
        return born.plusYears(years + 1L).isAfter(today) ? years : years + 1;
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
                                reached(EIGHTEENTH_BIRTHDAY_REACHED, born.plusYears(18), today))
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

    private static Stream<Alert> screening(ScreeningStatus status, LocalDate born, LocalDate today) {
        Optional<LocalDate> reconfirmBy = status.evidence().flatMap(Screening::reconfirmBy);
        return switch (status) {
            case ScreeningStatus.Migrant held -> held(reconfirmBy, born, today);
            case ScreeningStatus.LeftBehind held -> held(reconfirmBy, born, today);
            case ScreeningStatus.UnderReview review -> held(reconfirmBy, born, today);
            case ScreeningStatus.NotScreened none -> Stream.empty();
            case ScreeningStatus.Neither neither -> Stream.empty();
            case ScreeningStatus.Ended ended -> Stream.empty();
        };
    }

    private static Stream<Alert> held(Optional<LocalDate> reconfirmBy, LocalDate born, LocalDate today) {
        return Stream.concat(
                reconfirmBy.stream().flatMap(by -> passed(RECONFIRMATION_OVERDUE, by, today)),
                reached(SIXTEENTH_BIRTHDAY_REACHED, born.plusYears(16), today));
    }

    private static Stream<Alert> passed(Alert.Kind kind, LocalDate lastDay, LocalDate today) {
        return today.isAfter(lastDay) ? Stream.of(Alert.of(kind, lastDay, today)) : Stream.empty();
    }

    private static Stream<Alert> reached(Alert.Kind kind, LocalDate day, LocalDate today) {
        return today.isBefore(day) ? Stream.empty() : Stream.of(Alert.of(kind, day, today));
    }
}
