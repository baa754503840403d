package org.huhang.query.beside.staff;

import static org.huhang.query.area.Revealed.revealed;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.beside.staff.PostEndReason;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.beside.staff.StaffState.End;
import org.huhang.kernel.beside.staff.StaffState.Training;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.api.Place;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one member of staff, whatever the day.
 *
 * @param name personal, like {@code contact}
 * @param since the first day in the post
 * @param end null while it goes on
 * @param charges what they answered for from when to when, in order
 * @param trainings in order of their days
 */
public record StaffDocument(
        String name,
        StaffPost post,
        @Nullable String contact,
        LocalDate since,
        @Nullable PostEnd end,
        List<PostCharge> charges,
        List<TrainingTaken> trainings) {

    /** @param on the first day on which they answer for nothing any more */
    public record PostEnd(
            LocalDate on, PostEndReason reason, @Nullable String note) {}

    /** @param until the first day on which they do no more; null while none is known */
    public record PostCharge(LocalDate from, @Nullable LocalDate until, List<Place> areas) {}

    /** @param on its last day */
    public record TrainingTaken(LocalDate on, TrainingKind kind, String subject) {}

    /**
     * @param facts those that the state was folded from, later ones may follow
     * @param day by whose divisions places are told
     */
    static StaffDocument of(Appointed state, List<Recorded> facts, LocalDate day, Divisions divisions) {
        StaffAppointed appointment = told(facts, state.appointment(), StaffAppointed.class);
        return new StaffDocument(
                appointment.name().reveal(),
                state.post(),
                revealed(appointment.contact()),
                state.since(),
                state.end().map(end -> end(end, facts)).orElse(null),
                state.spans().stream()
                        .map(span -> new PostCharge(
                                span.from(),
                                span.until().equals(LocalDate.MAX) ? null : span.until(),
                                StaffRecord.places(span.areas(), divisions, day)))
                        .toList(),
                state.trainings().stream()
                        .map(training -> taken(training, facts))
                        .toList());
    }

    private static PostEnd end(End end, List<Recorded> facts) {
        return new PostEnd(
                end.on(),
                end.reason(),
                revealed(told(facts, end.fact(), StaffPostEnded.class).note()));
    }

    private static TrainingTaken taken(Training training, List<Recorded> facts) {
        return new TrainingTaken(
                training.on(),
                training.kind(),
                told(facts, training.fact(), StaffTrainingRecorded.class)
                        .subject()
                        .reveal());
    }

    private static <E> E told(List<Recorded> facts, long version, Class<E> type) {
        return facts.stream()
                .filter(fact -> fact.version() == version)
                .map(fact -> type.cast(fact.event()))
                .findFirst()
                .orElseThrow();
    }
}
