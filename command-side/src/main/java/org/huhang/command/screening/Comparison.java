package org.huhang.command.screening;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;

/**
 * Two places brought to one edition of the division codes, so that a merger or a new number makes nobody a migrant.
 *
 * @param edition the one in force on the day, or the younger one that a code was read in
 * @param first county-level units of the first place there; several where its county was divided
 */
record Comparison(DivisionEdition edition, Set<DivisionCode> first, Set<DivisionCode> second, Apart apart) {

    enum Apart {
        ONE_UNIT,
        TWO_UNITS,
        NOT_COMPARABLE
    }

    static Comparison of(DivisionRef first, DivisionRef second, LocalDate on, Divisions divisions) {
        DivisionEdition edition = Stream.of(divisions.inForceOn(on), first.edition(), second.edition())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<DivisionCode> firstUnits = units(first.code(), edition, divisions);
        Set<DivisionCode> secondUnits = units(second.code(), edition, divisions);
        return new Comparison(
                edition,
                firstUnits,
                secondUnits,
                apart(first.code(), second.code(), firstUnits, secondUnits, divisions));
    }

    private static Set<DivisionCode> units(DivisionCode code, DivisionEdition edition, Divisions divisions) {
        return divisions.isCountyOrFiner(code) ? divisions.map(code.county(), edition) : Set.of();
    }

    private static Apart apart(
            DivisionCode first,
            DivisionCode second,
            Set<DivisionCode> firstUnits,
            Set<DivisionCode> secondUnits,
            Divisions divisions) {
        boolean bothCounties = divisions.isCountyOrFiner(first) && divisions.isCountyOrFiner(second);
        if (bothCounties && first.county().equals(second.county())) {
            return Apart.ONE_UNIT;
        }
        if (!bothCounties) {
            // A province or city that does not hold the other place is another county whichever county it is.
            return first.covers(second) || second.covers(first) ? Apart.NOT_COMPARABLE : Apart.TWO_UNITS;
        }
        if (firstUnits.isEmpty() || secondUnits.isEmpty()) {
            return Apart.NOT_COMPARABLE;
        }
        if (Collections.disjoint(firstUnits, secondUnits)) {
            return Apart.TWO_UNITS;
        }
        return firstUnits.size() == 1 && secondUnits.size() == 1 ? Apart.ONE_UNIT : Apart.NOT_COMPARABLE;
    }
}
