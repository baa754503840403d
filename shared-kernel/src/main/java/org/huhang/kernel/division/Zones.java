package org.huhang.kernel.division;

import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode.Level;

/** Codes of the statistical list that are no administrative unit, and what the tables know of where they lie. */
record Zones(Map<DivisionCode, StatisticalUnit> all) {

    /** The zone that a code stands for or lies in; of a township that stands in the list itself, that. */
    Optional<StatisticalUnit> of(DivisionCode code) {
        Optional<StatisticalUnit> township = code.equals(code.county())
                ? Optional.empty()
                : Optional.ofNullable(
                        all.get(new DivisionCode(code.digits().substring(0, Level.TOWNSHIP.prefixLength()))));
        return township.or(() -> Optional.ofNullable(all.get(code.county())));
    }

    /** The unit a place lies in that was recorded in a zone; none outside of zones, and where it is not known. */
    Optional<DivisionCode> county(DivisionCode code) {
        return of(code).flatMap(StatisticalUnit::county);
    }
}
