package org.huhang.kernel.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.ChildIdentity;

/**
 * What the facts of one case add up to, area by area: all that a decision looks at and all that a reader is shown. Immutable.
 * Facts are added in the order of the days from which they are true; where one does not {@link #follows follow}, the case is made anew
 * from its {@link CaseHistory}.
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

    /** Residence and household registration: both answer for a child; and those of each file when several became one. */
    @Override
    default List<DivisionCode> places() {
        return switch (this) {
            case Unregistered _ -> List.of();
            case Registered it ->
                Stream.concat(Stream.of(residence(), hukou()).flatMap(Optional::stream), it.file().formerly().stream())
                        .distinct()
                        .toList();
        };
    }

    /** Nothing is known yet under this id. */
    record Unregistered(CaseId caseId) implements CaseState {
        @Override
        public boolean follows(Event event) {
            return true;
        }

        @Override
        public long version() {
            return -1;
        }
    }

    /** @param version of the newest fact of the case's own file */
    record Registered(CaseId caseId, long version, CaseFile file, CaseCourse course) implements CaseState {

        public Lifecycle lifecycle() {
            return course.lifecycle();
        }

        public ChildFile child() {
            return file.child();
        }

        public Areas areas() {
            return course.areas();
        }

        public ScreeningState screening() {
            return areas().screening();
        }

        public KeyCare keyCare() {
            return areas().keyCare();
        }

        public Guardianship guardianship() {
            return areas().guardianship();
        }

        /** The latest day that any fact known is true from. */
        public LocalDate latest() {
            return course.latest();
        }

        @Override
        public boolean follows(Event event) {
            return course.follows(event, caseId);
        }

        /** The same picture, of all facts up to a version, and of so many of other files. */
        Registered upTo(long version, long beside) {
            return new Registered(caseId, version, file, course.beside(beside));
        }

        Registered answeredForBy(List<DivisionCode> places) {
            return new Registered(caseId, version, file.answeredForBy(places), course);
        }

        Registered with(Entry entry) {
            return with(
                    entry.event(),
                    entry.number(),
                    entry.file().equals(caseId) ? entry.fact().version() : version);
        }

        private Registered with(CaseEvent event, long number, long version) {
            return new Registered(
                    caseId,
                    Math.max(this.version, version),
                    event instanceof FileEvent e && !course.overrules(e) ? file.after(e, caseId, number) : file,
                    course.after(event, caseId, number));
        }
    }

    /**
     * What the facts of a file add up to.
     *
     * @param files see {@link CaseHistory#of}
     */
    static CaseState of(CaseId caseId, List<Recorded> facts, Function<CaseId, List<Recorded>> files) {
        CaseState state = unregistered(caseId);
        for (Recorded fact : facts) {
            if (!state.follows(fact.event())) {
                return CaseHistory.of(caseId, facts, files).now();
            }
            state = state.with(fact.event(), fact.version());
        }
        return state;
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
            case Registered registered ->
                registered.with(event, registered.course().number(fact), fact);
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
        return new Registered(caseId, fact, CaseFile.begin(event, fact), CaseCourse.begin(event));
    }
}
