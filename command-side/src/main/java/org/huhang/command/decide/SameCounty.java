package org.huhang.command.decide;

import java.util.Collections;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * Whether two places lie in one county-level unit, both brought to the newest edition. A county that was renumbered,
 * absorbed or divided is one unit with its successors, so that a reform moves no child.
 */
final class SameCounty {

    private SameCounty() {}

    static boolean of(DivisionCode one, DivisionCode other, Divisions divisions) {
        return one.county().equals(other.county())
                || !Collections.disjoint(units(one, divisions), units(other, divisions));
    }

    private static Set<DivisionCode> units(DivisionCode code, Divisions divisions) {
        return divisions.map(code.county(), divisions.latest());
    }
}
