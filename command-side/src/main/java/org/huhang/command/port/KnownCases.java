package org.huhang.command.port;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.command.state.CaseState;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.value.CaseId;

/** Which cases a caller may know of. Even the id of a case elsewhere would tell that there is one. */
public final class KnownCases {

    private final CaseStates states;
    private final Divisions divisions;

    public KnownCases(CaseStates states, Divisions divisions) {
        this.states = states;
        this.divisions = divisions;
    }

    public List<CaseId> among(List<CaseId> cases, Actor actor) {
        return cases.stream().filter(id -> knows(actor, states.now(id))).toList();
    }

    /** Judged by today's codes of both places; nobody knows of a case that is not registered. */
    public boolean knows(Actor actor, CaseState state) {
        return Access.knows(
                actor,
                Stream.of(state.residence(), state.hukou())
                        .flatMap(Optional::stream)
                        .map(divisions::current)
                        .toArray(DivisionCode[]::new));
    }
}
