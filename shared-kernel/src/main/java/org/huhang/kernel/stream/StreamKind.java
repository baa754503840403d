package org.huhang.kernel.stream;

import java.util.List;
import java.util.function.Function;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.beside.staff.StaffState;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.value.CaseId;

/** The kinds of aggregate there are. Of which kind a stream is follows from its facts: nothing else says so. */
public enum StreamKind {
    CASE,
    STAFF;

    public static StreamKind of(Event event) {
        return switch (event) {
            case CaseEvent _ -> CASE;
            case StaffEvent _ -> STAFF;
        };
    }

    /** What who asks for one is told that is not there, or not theirs. */
    public RefusalCode notFound() {
        return switch (this) {
            case CASE -> RefusalCode.CASE_NOT_FOUND;
            case STAFF -> RefusalCode.STAFF_NOT_FOUND;
        };
    }

    /** What who would begin one elsewhere is told. */
    public RefusalCode outside() {
        return switch (this) {
            case CASE -> RefusalCode.OUTSIDE_YOUR_DIVISION;
            case STAFF -> RefusalCode.AREA_OUTSIDE_YOUR_DIVISION;
        };
    }

    /** The sealed family of its facts. */
    public Class<? extends Event> facts() {
        return switch (this) {
            case CASE -> CaseEvent.class;
            case STAFF -> StaffEvent.class;
        };
    }

    /**
     * What the facts of a stream add up to.
     *
     * @param others the facts of another stream by its id: of one that was merged into this one
     */
    public StreamState of(StreamId stream, List<Recorded> facts, Function<StreamId, List<Recorded>> others) {
        return switch (this) {
            case CASE -> CaseState.of(CaseId.of(stream.value()), facts, file -> others.apply(file.stream()));
            case STAFF -> StaffState.of(stream, facts);
        };
    }

    /** As it is before its first fact. */
    public StreamState unbegun(StreamId stream) {
        return switch (this) {
            case CASE -> CaseState.unregistered(CaseId.of(stream.value()));
            case STAFF -> StaffState.unappointed(stream);
        };
    }
}
