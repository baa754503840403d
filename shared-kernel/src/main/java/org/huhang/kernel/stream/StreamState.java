package org.huhang.kernel.stream;

import java.util.List;
import java.util.function.Function;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.Event;

/** What the facts of one stream add up to. Immutable; any facts in any order add up to something. */
public sealed interface StreamState permits CaseState, StaffState {

    StreamId stream();

    default StreamKind kind() {
        return switch (this) {
            case CaseState _ -> StreamKind.CASE;
            case StaffState _ -> StreamKind.STAFF;
        };
    }

    /** The highest among the facts folded; -1 before the first. */
    long version();

    /** Whether the fact that every stream of its kind begins with is among them. */
    boolean begun();

    /**
     * The divisions that answer for it, as recorded: who is in charge of any of them may know of it. Empty before it has begun.
     */
    List<DivisionCode> places();

    /**
     * Whether the event can be added to what is here. One that is true from an earlier day, or that bears on facts that are here
     * already, needs the stream to be made anew: see {@link StreamKind#of(StreamId, List, Function)}.
     */
    boolean follows(Event event);

    /** @param fact version of the event in the stream; one of another kind changes nothing */
    StreamState with(Event event, long fact);

    /** With the facts that come next in the stream. */
    default StreamState withAll(List<? extends Event> events) {
        StreamState state = this;
        for (Event event : events) {
            state = state.with(event, state.version() + 1);
        }
        return state;
    }
}
