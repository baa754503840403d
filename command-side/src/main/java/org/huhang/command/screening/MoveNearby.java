package org.huhang.command.screening;

import java.time.LocalDate;
import org.huhang.command.screening.Comparison.Apart;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;

/**
 * A move that was not found to leave the county-level unit, so that the day of arrival there stayed what it was. Whether it may
 * have left it after all is asked again at every screening: the tables may tell more by then.
 */
public record MoveNearby(DivisionRef from, DivisionRef to, LocalDate on) {

    Apart apart(Divisions divisions) {
        return Comparison.of(from, to, on, divisions).apart();
    }
}
