package org.huhang.command.decide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.command.area.file.ArrivalRestated;
import org.huhang.command.area.screening.StatusRestated;
import org.huhang.command.decide.Decision.Accepted;
import org.huhang.command.decide.Decision.Rejected;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.Entry;
import org.huhang.kernel.area.guardianship.GuardianshipEvent;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.GuardianshipLapsed;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/**
 * What follows from an entry on the days after the one it is about: a status ends on the birthday or with a move that was known
 * already, a move turns out to have been an arrival, a screening to have found what was not so. It is recorded with the entry
 * that it follows from, of the day on which it was due.
 */
public final class Consequences {

    /** Far more than a case has entries. */
    private static final int MOST = 10_000;

    private Consequences() {}

    /** Of events that are true from no earlier day than all else. */
    static List<CaseEvent> inOrder(Registered known, List<Event> events, Circumstances at) {
        CaseState now = known.withAll(events);
        return now instanceof Registered after && !after.screening().equals(known.screening())
                ? StatusRestated.outgrown(after, at.today(), at.policies()).stream()
                        .toList()
                : List.of();
    }

    /**
     * Of events for an earlier day.
     *
     * @return a refusal where care that was recorded for later days would have nothing left to rest on
     */
    static Decision late(CaseHistory before, Accepted accepted, Circumstances at) {
        CaseHistory with = before.with(accepted.events());
        List<CaseEvent> following = following(before, with, at);
        List<Entry> lost = lost(before, with.with(following)).stream()
                .filter(entry ->
                        entry.event() instanceof GuardianshipEvent && !(entry.event() instanceof GuardianshipLapsed))
                .toList();
        return lost.isEmpty() ? accepted.and(following) : refuse("on", RefusalCode.LATER_ENTRY_RESTS_ON_IT, lost);
    }

    /** What is to be recorded besides, so that the history afterwards lacks nothing that it did not lack before. */
    public static List<CaseEvent> following(CaseHistory before, CaseHistory after, Circumstances at) {
        Set<CaseEvent> lacking = new HashSet<>(all(before, before, at));
        return all(before, after, at).stream()
                .filter(event -> !lacking.contains(event))
                .toList();
    }

    /** Entries that took effect before and do so no longer, though they stand, and though the case is not closed by then. */
    public static List<Entry> lost(CaseHistory before, CaseHistory after) {
        Set<Object> effective = before.effective().stream().map(Entry::id).collect(Collectors.toSet());
        return after.steps().stream()
                .filter(step -> step.overruled()
                        && effective.contains(step.entry().id())
                        && !step.before().lifecycle().closed())
                .map(CaseHistory.Step::entry)
                .toList();
    }

    public static Decision refuse(String field, RefusalCode code, List<Entry> entries) {
        return new Rejected(Refusal.at(
                field,
                code,
                Map.of(
                        "entries",
                        entries.stream()
                                .map(entry -> entry.fact().version() + ":"
                                        + EventCatalogue.name(entry.event().getClass()))
                                .collect(Collectors.joining(", ")))));
    }

    private static List<CaseEvent> all(CaseHistory before, CaseHistory after, Circumstances at) {
        List<CaseEvent> found = new ArrayList<>();
        CaseHistory history = after;
        for (int i = 0; i < MOST; i++) {
            Optional<CaseEvent> next = next(before, history, at);
            if (next.isEmpty()) {
                return found;
            }
            found.add(next.get());
            history = history.with(List.of(next.get()));
        }
        throw new IllegalStateException("What follows from an entry comes to no end");
    }

    private static Optional<CaseEvent> next(CaseHistory before, CaseHistory after, Circumstances at) {
        return ArrivalRestated.first(after, at.policies().divisions())
                .or(() -> StatusRestated.first(before, after, at.today(), at.policies()));
    }
}
