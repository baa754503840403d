package org.huhang.command.area.file;

import static org.huhang.command.decide.Decision.accept;
import static org.huhang.command.decide.Decision.refuse;
import static org.huhang.kernel.refusal.RefusalCode.*;

import java.util.List;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.MoveHukou;
import org.huhang.command.area.file.FileCommand.MoveResidence;
import org.huhang.command.area.screening.ScreeningFacts;
import org.huhang.command.area.screening.StatusAfterMove;
import org.huhang.command.decide.Circumstances;
import org.huhang.command.decide.Decision;
import org.huhang.command.decide.Faults;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.HukouMoved;
import org.huhang.kernel.area.file.FileEvent.ResidenceMoved;
import org.huhang.kernel.area.screening.ScreeningEvent;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.value.HouseholdType;
import org.huhang.kernel.value.Hukou;
import org.huhang.kernel.value.Residence;

/**
 * Moves of residence and of household registration. A move may end a screened status. It never delists: whether a child
 * who left is still to be visited is for an officer to say, with {@code delist-key-care}.
 */
final class MoveDecision {

    private MoveDecision() {}

    static Decision residence(Registered state, MoveResidence ask, Circumstances at) {
        ChildFile child = state.child();
        Residence now = child.residence();
        boolean sameAddress = ask.address().isEmpty() || ask.address().equals(now.address());
        if (ask.to().equals(now.division().code()) && sameAddress) {
            return refuse(NOTHING_CHANGES);
        }
        Divisions divisions = at.policies().divisions();
        return new Faults().division("to", ask.to(), divisions).orElse(() -> {
            DivisionRef there = new DivisionRef(ask.to(), divisions.latest());
            Residence to =
                    new Residence(there, ask.address(), ArrivalRestated.arrival(now, there, ask.on(), divisions));
            return moved(state, new ResidenceMoved(to, ask.on()), child.with(to, ask.on()), at);
        });
    }

    static Decision hukou(Registered state, MoveHukou ask, Circumstances at) {
        ChildFile child = state.child();
        Hukou now = child.hukou();
        boolean sameType = ask.householdType() == HouseholdType.UNKNOWN || ask.householdType() == now.type();
        if (ask.to().equals(now.division().code()) && sameType) {
            return refuse(NOTHING_CHANGES);
        }
        Divisions divisions = at.policies().divisions();
        return new Faults().division("to", ask.to(), divisions).orElse(() -> {
            Hukou to = new Hukou(new DivisionRef(ask.to(), divisions.latest()), ask.householdType());
            return moved(state, new HukouMoved(to, ask.on()), child.with(to, ask.on()), at);
        });
    }

    private static Decision moved(Registered state, FileEvent move, ChildFile after, Circumstances at) {
        List<ScreeningEvent> ends = StatusAfterMove.onMove(
                state.screening(),
                ScreeningFacts.of(state.child()),
                ScreeningFacts.of(after),
                move.effectiveOn(),
                at.policies().divisions());
        return accept(Stream.concat(Stream.<CaseEvent>of(move), ends.stream()).toList());
    }
}
