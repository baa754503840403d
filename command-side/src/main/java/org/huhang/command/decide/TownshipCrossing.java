package org.huhang.command.decide;

import org.huhang.command.state.ChildFile;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * Whether a child lives outside the township of its household registration: the wider test of Plan 2024 (五) for a family
 * that asks for help. Both places are compared under today's codes.
 */
final class TownshipCrossing {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    private TownshipCrossing() {}

    /** Within one county both townships must be known: what is not known has not been crossed. */
    static boolean crossed(ChildFile child, Divisions divisions) {
        DivisionCode hukou = divisions.current(child.hukou().division().code());
        DivisionCode residence = divisions.current(child.residence().division().code());
        if (!SameCounty.of(hukou, residence, divisions)) {
            return true;
        }
        return known(hukou) && known(residence) && !township(hukou).equals(township(residence));
    }

    private static boolean known(DivisionCode code) {
        return code.digits().length() >= TOWNSHIP;
    }

    private static String township(DivisionCode code) {
        return code.digits().substring(0, TOWNSHIP);
    }
}
