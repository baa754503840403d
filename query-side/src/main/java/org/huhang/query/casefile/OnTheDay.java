package org.huhang.query.casefile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.time.Counting;
import org.huhang.query.area.Alert;
import org.huhang.query.area.file.FileDuties;
import org.huhang.query.area.guardianship.GuardianshipDuties;
import org.huhang.query.area.keycare.KeyCareDuties;
import org.huhang.query.area.screening.ScreeningDuties;

/**
 * What a day makes of a case by itself.
 *
 * @param age in completed years
 * @param overdueDays days since the next home visit was due; 0 until then, empty for a child not on the ledger
 */
record OnTheDay(int age, OptionalLong overdueDays, List<Alert> alerts) {

    static OnTheDay of(Registered state, LocalDate today, PolicyBook policies) {
        LocalDate born = state.child().identity().birthDate();
        return new OnTheDay(Counting.ageOn(born, today), overdueDays(state, today), alerts(state, today, policies));
    }

    private static OptionalLong overdueDays(Registered state, LocalDate today) {
        return KeyCareDuties.nextVisit(state.keyCare())
                .map(by -> OptionalLong.of(Math.max(0, ChronoUnit.DAYS.between(by, today))))
                .orElseGet(OptionalLong::empty);
    }

    /** A closed or absorbed case asks nothing of anybody. */
    private static List<Alert> alerts(Registered state, LocalDate today, PolicyBook policies) {
        if (!state.lifecycle().open()) {
            return List.of();
        }
        LocalDate born = state.child().identity().birthDate();
        LocalDate outgrown = policies.screening()
                .tooOldFrom(born, state.child().residence().division().code());
        return Stream.of(
                        KeyCareDuties.alerts(state.keyCare(), today),
                        GuardianshipDuties.alerts(state.guardianship(), today),
                        ScreeningDuties.alerts(state.screening(), outgrown, today),
                        FileDuties.alerts(policies.ages().adultFrom(born), today))
                .flatMap(alerts -> alerts)
                .toList();
    }
}
