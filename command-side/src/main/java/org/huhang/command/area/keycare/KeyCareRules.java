package org.huhang.command.area.keycare;

import static org.huhang.kernel.refusal.RefusalCode.GROUND_REQUIRES_TOWNSHIP_CROSSING;

import java.time.LocalDate;
import java.util.Set;
import org.huhang.command.area.screening.Comparison;
import org.huhang.command.area.screening.Comparison.Apart;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.KeyCareGround;

/** On which grounds a child may be on the key-care ledger. Plan 2024 (五). */
public final class KeyCareRules {

    private KeyCareRules() {}

    /** @param state of the child on that day */
    public static Faults faults(Registered state, Set<KeyCareGround> grounds, LocalDate on, Circumstances at) {
        return new Faults().when(!permits(state, grounds, on, at), "grounds", GROUND_REQUIRES_TOWNSHIP_CROSSING);
    }

    private static boolean permits(Registered state, Set<KeyCareGround> grounds, LocalDate on, Circumstances at) {
        return !grounds.contains(KeyCareGround.ASKED_FOR_HELP)
                || livesInAnotherTownship(state.child(), on, at.policies().divisions());
    }

    /** The wider test of Plan 2024 (五) for a family that asks for help. What is not known has not been crossed. */
    private static boolean livesInAnotherTownship(ChildFile child, LocalDate on, Divisions divisions) {
        DivisionRef hukou = child.hukou().division();
        DivisionRef residence = child.residence().division();
        Apart counties = Comparison.crossed(hukou, residence, child.residence().since(), on, divisions)
                .apart();
        return Comparison.townships(hukou, residence, counties, divisions) == Apart.TWO_UNITS;
    }
}
