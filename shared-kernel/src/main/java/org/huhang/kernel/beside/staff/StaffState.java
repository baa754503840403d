package org.huhang.kernel.beside.staff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;

/** What the facts of one member of staff add up to. */
public sealed interface StaffState extends StreamState {

    static StaffState of(StreamId stream, List<Recorded> facts) {
        StaffState state = unappointed(stream);
        for (Recorded fact : facts) {
            state = state.with(fact.event(), fact.version());
        }
        return state;
    }

    /** Any facts in any order add up: each keeps the day from which it is true. */
    @Override
    default boolean follows(Event event) {
        return true;
    }

    /** Nothing is known yet under this id. */
    record Unappointed(StreamId stream) implements StaffState {

        @Override
        public long version() {
            return -1;
        }

        @Override
        public boolean begun() {
            return false;
        }

        @Override
        public List<DivisionCode> places() {
            return List.of();
        }

        @Override
        public StaffState with(Event event, long fact) {
            return event instanceof StaffAppointed appointed ? begin(stream, appointed, fact) : this;
        }
    }

    /** Areas that somebody answers for from a day on, until the next one or the end of the post. */
    record Charge(LocalDate from, Set<DivisionRef> areas) {}

    /** @param until the first day on which they answer for the areas no more; {@link LocalDate#MAX} for none */
    record Span(LocalDate from, LocalDate until, Set<DivisionRef> areas) {}

    /** @param fact its version: it tells what was taught */
    record Training(LocalDate on, TrainingKind kind, long fact) {}

    /**
     * @param on the first day on which they answer for nothing any more
     * @param fact its version: it may hold a note
     */
    record End(LocalDate on, PostEndReason reason, long fact) {}

    /**
     * @param since the first day in the post
     * @param appointment version of the fact, which tells the name
     * @param charges in order of their days: what is told late takes its place among the earlier ones
     * @param trainings in order of their days
     */
    record Appointed(
            StreamId stream,
            long version,
            StaffPost post,
            LocalDate since,
            long appointment,
            List<Charge> charges,
            List<Training> trainings,
            Optional<End> end)
            implements StaffState {

        public Appointed {
            charges = List.copyOf(charges);
            trainings = List.copyOf(trainings);
        }

        @Override
        public boolean begun() {
            return true;
        }

        /** Those of now and before: who was in charge of somebody goes on knowing of them. */
        @Override
        public List<DivisionCode> places() {
            List<Span> held = spans();
            Stream<Set<DivisionRef>> areas = held.isEmpty()
                    ? charges.stream().map(Charge::areas)
                    : held.stream().map(Span::areas);
            return areas.flatMap(Set::stream).map(DivisionRef::code).distinct().toList();
        }

        @Override
        public StaffState with(Event event, long fact) {
            return switch (event) {
                case StaffEvent e -> after(e, fact);
                case CaseEvent _ -> this;
            };
        }

        /** Who answers for what when, in order, without gaps from the first day to the last. */
        public List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            LocalDate until = end.map(End::on).orElse(LocalDate.MAX);
            // Backwards: of one day, the last told stands.
            for (Charge charge : charges.reversed()) {
                if (charge.from().isBefore(until)) {
                    spans.addFirst(new Span(charge.from(), until, charge.areas()));
                    until = charge.from();
                }
            }
            return List.copyOf(spans);
        }

        /** What they answer for on a day; nothing before the post began and from its end on. */
        public Set<DivisionRef> areasOn(LocalDate day) {
            return spans().stream()
                    .filter(span -> !day.isBefore(span.from()) && day.isBefore(span.until()))
                    .findFirst()
                    .map(Span::areas)
                    .orElse(Set.of());
        }

        public boolean endedBy(LocalDate day) {
            return end.filter(ended -> !day.isBefore(ended.on())).isPresent();
        }

        /** The last one up to a day. */
        public Optional<Training> lastTraining(LocalDate day) {
            return trainings.reversed().stream()
                    .filter(training -> !training.on().isAfter(day))
                    .findFirst();
        }

        private Appointed after(StaffEvent event, long fact) {
            return switch (event) {
                case StaffAppointed e -> begin(stream, e, fact);
                case StaffAreaAssigned e ->
                    with(fact, inOrder(charges, new Charge(e.effectiveOn(), e.areas()), Charge::from), trainings, end);
                case StaffPostEnded e ->
                    with(fact, charges, trainings, Optional.of(new End(e.effectiveOn(), e.reason(), fact)));
                case StaffTrainingRecorded e ->
                    with(
                            fact,
                            charges,
                            inOrder(trainings, new Training(e.effectiveOn(), e.kind(), fact), Training::on),
                            end);
            };
        }

        private Appointed with(long fact, List<Charge> charges, List<Training> trainings, Optional<End> end) {
            return new Appointed(stream, Math.max(version, fact), post, since, appointment, charges, trainings, end);
        }

        private static <T> List<T> inOrder(List<T> known, T next, Function<T, LocalDate> day) {
            // A stable sort: of one day, the later told one comes last.
            return Stream.concat(known.stream(), Stream.of(next))
                    .sorted(Comparator.comparing(day))
                    .toList();
        }
    }

    static StaffState unappointed(StreamId stream) {
        return new Unappointed(stream);
    }

    @Override
    StaffState with(Event event, long fact);

    private static Appointed begin(StreamId stream, StaffAppointed event, long fact) {
        return new Appointed(
                stream,
                fact,
                event.post(),
                event.effectiveOn(),
                fact,
                List.of(new Charge(event.effectiveOn(), event.areas())),
                List.of(),
                Optional.empty());
    }
}
