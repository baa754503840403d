package org.huhang.command.port;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
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

    /** Judged by both places; nobody knows of a case that is not registered. */
    public static boolean knows(Actor actor, CaseState state, Divisions divisions) {
        return Access.knows(actor, divisions, places(state));
    }

    /** The places that answer for the child, as recorded. */
    public static DivisionCode[] places(CaseState state) {
        return Stream.of(state.residence(), state.hukou())
                .flatMap(Optional::stream)
                .toArray(DivisionCode[]::new);
    }
}
