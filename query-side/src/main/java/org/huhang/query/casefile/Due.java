package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.query.area.guardianship.GuardianshipDuties;
import org.huhang.query.area.keycare.KeyCareDuties;
import org.huhang.query.area.screening.ScreeningDuties;

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
    static List<Due> in(Registered state, WorkingDays calendar) {
        if (!state.lifecycle().open()) {
            return List.of();
        }
        return Stream.of(
                        on(Kind.HOME_VISIT, KeyCareDuties.nextVisit(state.keyCare()), calendar),
                        on(Kind.TEMPORARY_CARE_REVIEW, GuardianshipDuties.nextReview(state.guardianship()), calendar),
                        on(Kind.RECONFIRMATION, ScreeningDuties.nextReconfirmation(state.screening()), calendar))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Due> on(Kind kind, Optional<LocalDate> day, WorkingDays calendar) {
        return day.map(last -> new Due(kind, last, calendar.lastBy(last)));
    }
}
