package org.huhang.command.port;

import java.util.List;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;

/** Which cases a caller may know of. Even the id of a case elsewhere would tell that there is one. */
public final class KnownCases {

    private final CaseStates states;

    public KnownCases(CaseStates states) {
        this.states = states;
    }

    public List<CaseId> among(List<CaseId> cases, Actor actor, Divisions divisions) {
        return cases.stream()
                .filter(id -> knows(actor, states.now(id), divisions))
                .toList();
    }

    /** Judged by all the places that answer for it; nobody knows of what has not begun. */
    public static boolean knows(Actor actor, StreamState state, Divisions divisions) {
        return Access.knows(actor, divisions, state.places().toArray(DivisionCode[]::new));
    }
}
