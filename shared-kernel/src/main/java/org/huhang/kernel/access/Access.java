package org.huhang.kernel.access;

import java.util.Arrays;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** Applies the table {@link Act} and the caller's jurisdiction: for commands, queries, lists, history and statistics alike. */
public final class Access {

    private Access() {}

    /** @throws Refused {@code NOT_PERMITTED} when the role may not do this anywhere */
    public static void permit(Actor actor, Act act) {
        if (!act.roles().contains(actor.role())) {
            throw new Refused(RefusalCode.NOT_PERMITTED);
        }
    }

    /**
     * Whether the caller may know of a case. Both the place of residence and that of household registration answer for a
     * child.
     *
     * @param places the case's residence and household registration, as recorded
     */
    public static boolean knows(Actor actor, Divisions divisions, DivisionCode... places) {
        Reach reach = Reach.of(actor.jurisdiction(), divisions);
        return Arrays.stream(places).anyMatch(reach::covers);
    }

    /**
     * @throws Refused {@code NOT_PERMITTED} when the role may not; {@code CASE_NOT_FOUND} for a case outside the caller's
     *     jurisdiction, so that nobody learns of a case that is not theirs
     */
    public static void permit(Actor actor, Act act, Divisions divisions, DivisionCode... places) {
        permit(actor, act);
        if (!knows(actor, divisions, places)) {
            throw new Refused(RefusalCode.CASE_NOT_FOUND);
        }
    }
}
