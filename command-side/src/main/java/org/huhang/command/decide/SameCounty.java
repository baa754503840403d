package org.huhang.command.decide;

import java.util.Collections;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * Whether two places lie in one county-level unit, both taken as they are administered today. A county that was renumbered,
 * absorbed or divided is one unit with its successors, so that a reform moves no child.
 */
final class SameCounty {

    private SameCounty() {}

    static boolean of(DivisionCode one, DivisionCode other, Divisions divisions) {
        return one.county().equals(other.county())
                || !Collections.disjoint(divisions.counties(one), divisions.counties(other));
    }
}
