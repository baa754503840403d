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
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;

/** What the facts of one member of staff add up to. */
public sealed interface StaffState extends StreamState {

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

    /**
     * Areas that somebody answers for from a day on, until the next one.
     *
     * @param areas none from the day on which the post ended
     */
    record Charge(LocalDate from, Set<DivisionRef> areas) {}

    record Training(LocalDate on, TrainingKind kind, int hours, long fact) {}

    /** @param reason why the post ended */
    record End(LocalDate on, PostEndReason reason, long fact) {}

    /**
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
            return charges.stream()
                    .flatMap(charge -> charge.areas().stream())
                    .map(DivisionRef::code)
                    .distinct()
                    .toList();
        }

        @Override
        public StaffState with(Event event, long fact) {
            return switch (event) {
                case StaffEvent e -> after(e, fact).at(fact);
                case CaseEvent _ -> this;
            };
        }

        /** What they answer for on a day; nothing before the post began and from its end on. */
        public Set<DivisionRef> areasOn(LocalDate day) {
            if (end.filter(ended -> !day.isBefore(ended.on())).isPresent()) {
                return Set.of();
            }
            return charges.reversed().stream()
                    .filter(charge -> !charge.from().isAfter(day))
                    .findFirst()
                    .map(Charge::areas)
                    .orElse(Set.of());
        }

        private Appointed after(StaffEvent event, long fact) {
            return switch (event) {
                case StaffAppointed e -> begin(stream, e, fact);
                case StaffAreaAssigned e ->
                    new Appointed(
                            stream,
                            version,
                            post,
                            since,
                            appointment,
                            inOrder(charges, new Charge(e.effectiveOn(), e.areas()), Charge::from),
                            trainings,
                            end);
                case StaffPostEnded e ->
                    new Appointed(
                            stream,
                            version,
                            post,
                            since,
                            appointment,
                            charges,
                            trainings,
                            Optional.of(new End(e.effectiveOn(), e.reason(), fact)));
                case StaffTrainingRecorded e ->
                    new Appointed(
                            stream,
                            version,
                            post,
                            since,
                            appointment,
                            charges,
                            inOrder(trainings, new Training(e.effectiveOn(), e.kind(), e.hours(), fact), Training::on),
                            end);
            };
        }

        private Appointed at(long fact) {
            return new Appointed(stream, Math.max(version, fact), post, since, appointment, charges, trainings, end);
        }

        private static <T> List<T> inOrder(List<T> known, T next, Function<T, LocalDate> day) {
            List<T> all = new ArrayList<>(
                    Stream.concat(known.stream(), Stream.of(next)).toList());
            // A stable sort: of one day, the later told one comes last.
            all.sort(Comparator.comparing(day));
            return all;
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
