package org.huhang.kernel.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.area.file.CaseFile;
import org.huhang.kernel.area.file.ChildFile;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.area.file.Lifecycle;
import org.huhang.kernel.area.guardianship.Guardianship;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.area.screening.ScreeningState;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/**
 * What the facts of one case add up to, area by area: all that a decision looks at and all that a reader is shown. Immutable.
 * Any facts in any order add up to something: in an order other than that of recording, a fact may meet a state that no
 * decision saw, and then changes what it can.
 */
public sealed interface CaseState extends StreamState {

    CaseId caseId();

    @Override
    default StreamId stream() {
        return caseId().stream();
    }

    @Override
    default CaseState with(Event event, long fact) {
        return switch (event) {
            case CaseEvent e -> after(e, fact);
            case StaffEvent _ -> this;
        };
    }

    @Override
    default boolean begun() {
        return known().isPresent();
    }

    /** Residence and household registration: both answer for a child. */
    @Override
    default List<DivisionCode> places() {
        return Stream.of(residence(), hukou()).flatMap(Optional::stream).toList();
    }

    /** Nothing is known yet under this id. */
    record Unregistered(CaseId caseId) implements CaseState {
        @Override
        public long version() {
            return -1;
        }
    }

    /** @param latest the latest day any recorded fact speaks of */
    record Registered(CaseId caseId, long version, CaseFile file, Areas areas, LocalDate latest) implements CaseState {

        public Lifecycle lifecycle() {
            return file.lifecycle();
        }

        public ChildFile child() {
            return file.child();
        }

        public ScreeningState screening() {
            return areas.screening();
        }

        public KeyCare keyCare() {
            return areas.keyCare();
        }

        public Guardianship guardianship() {
            return areas.guardianship();
        }

        /** The same picture, of one fact more that changes nothing in it. */
        public Registered passing(long fact) {
            return new Registered(caseId, Math.max(version, fact), file, areas, latest);
        }

        private Registered with(CaseEvent event, long fact) {
            LocalDate day = event.effectiveOn();
            return new Registered(
                    caseId,
                    Math.max(version, fact),
                    event instanceof FileEvent e ? file.after(e, caseId, fact) : file,
                    areas.after(event, fact),
                    day.isAfter(latest) ? day : latest);
        }
    }

    static CaseState unregistered(CaseId caseId) {
        return new Unregistered(caseId);
    }

    /** With the fact that comes next in the stream. */
    default CaseState after(CaseEvent event) {
        return after(event, version() + 1);
    }

    /** @param fact version of the event in the case's stream */
    default CaseState after(CaseEvent event, long fact) {
        return switch (this) {
            case Unregistered start ->
                event instanceof ChildRegistered registration ? begin(start.caseId(), registration, fact) : start;
            case Registered registered -> registered.with(event, fact);
        };
    }

    @Override
    default CaseState withAll(List<? extends Event> events) {
        CaseState state = this;
        for (Event event : events) {
            state = state.with(event, state.version() + 1);
        }
        return state;
    }

    default Optional<ChildFile> known() {
        return switch (this) {
            case Unregistered _ -> Optional.empty();
            case Registered registered -> Optional.of(registered.child());
        };
    }

    /** Division of residence as recorded, not mapped to today's code. */
    default Optional<DivisionCode> residence() {
        return known().map(child -> child.residence().division().code());
    }

    /** Division of household registration as recorded, not mapped to today's code. */
    default Optional<DivisionCode> hukou() {
        return known().map(child -> child.hukou().division().code());
    }

    default Optional<ChildIdentity> identity() {
        return known().map(ChildFile::identity);
    }

    private static Registered begin(CaseId caseId, ChildRegistered event, long fact) {
        return new Registered(caseId, fact, CaseFile.begin(event, fact), Areas.begin(), event.effectiveOn());
    }
}
