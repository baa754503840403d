package org.huhang.query.area.guardianship;

import static org.huhang.query.area.Alert.Kind.TEMPORARY_CARE_BEYOND_ONE_YEAR;
import static org.huhang.query.area.Alert.Kind.TEMPORARY_CARE_REVIEW_OVERDUE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.guardianship.Guardianship.InTemporaryCare;
import org.huhang.query.area.Alert;

/** What temporary care (临时监护) asks for: reviews. */
public final class GuardianshipDuties {

    private GuardianshipDuties() {}

    public static Stream<Alert> alerts(Guardianship guardianship, LocalDate today) {
        return care(guardianship).stream()
                .flatMap(care -> Stream.concat(
                        Alert.passed(TEMPORARY_CARE_REVIEW_OVERDUE, care.reviewBy(), today),
                        Alert.passed(TEMPORARY_CARE_BEYOND_ONE_YEAR, care.oneYearMark(), today)));
    }

    /** Last day for it; empty unless the child is in temporary care. */
    public static Optional<LocalDate> nextReview(Guardianship guardianship) {
        return care(guardianship).map(InTemporaryCare::reviewBy);
    }

    /** After which such care has lasted over a year; empty likewise. */
    public static Optional<LocalDate> oneYearMark(Guardianship guardianship) {
        return care(guardianship).map(InTemporaryCare::oneYearMark);
    }

    private static Optional<InTemporaryCare> care(Guardianship guardianship) {
        return switch (guardianship) {
            case InTemporaryCare care -> Optional.of(care);
            case Guardianship.Guarded _, Guardianship.Lapsed _, Guardianship.UnderLongTermGuardianship _ ->
                Optional.empty();
        };
    }
}
