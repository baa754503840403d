package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.calendar.WorkingDays;

/**
 * Something an open case asks for by a day.
 *
 * @param lastWorkingDay by which it can be done in working days
 */
record Due(Kind kind, LocalDate day, LastWorkingDay lastWorkingDay) {

    enum Kind {
        /** The next home visit (走访探视). */
        HOME_VISIT,
        /** The next review of temporary care (临时监护). */
        TEMPORARY_CARE_REVIEW,
        /** Screening once more, as the status held asks for. */
        RECONFIRMATION
    }

    /** A closed or absorbed case asks nothing of anybody. */
    static List<Due> in(CaseView view, WorkingDays calendar) {
        return switch (view.lifecycle()) {
            case Lifecycle.Closed _, Lifecycle.Absorbed _ -> List.of();
            case Lifecycle.Open _ ->
                Stream.of(
                                on(Kind.HOME_VISIT, visit(view.keyCare()), calendar),
                                on(Kind.TEMPORARY_CARE_REVIEW, review(view.guardianship()), calendar),
                                on(Kind.RECONFIRMATION, reconfirmation(view.screening()), calendar))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }

    private static Optional<Due> on(Kind kind, Optional<LocalDate> day, WorkingDays calendar) {
        return day.map(last -> new Due(kind, last, calendar.lastBy(last)));
    }

    private static Optional<LocalDate> visit(KeyCare care) {
        return care.listed().map(KeyCare.Listed::nextVisitDue);
    }

    private static Optional<LocalDate> review(Guardianship guardianship) {
        return guardianship instanceof Guardianship.InTemporaryCare care
                ? Optional.of(care.reviewBy())
                : Optional.empty();
    }

    private static Optional<LocalDate> reconfirmation(ScreeningStatus status) {
        return status.held().flatMap(held -> held.last().reconfirmBy());
    }
}
