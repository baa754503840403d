package org.huhang.query.beside.staff;

import static org.huhang.query.area.Revealed.revealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.StaffTrainingPolicy;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.api.Place;
import org.jspecify.annotations.Nullable;

/**
 * One member of staff, as far as the log tells.
 *
 * @param version also in {@code ETag}
 * @param position of the last fact of theirs in the log
 * @param recordedAt when that became known
 * @param on today, Asia/Shanghai
 * @param name personal, like {@code contact}
 * @param since the first day in the post
 * @param end null while it goes on
 * @param areas what they answer for today
 * @param charges what they answered for from when to when, in order
 * @param trainings in order of their days
 */
public record StaffRecord(
        StreamId staffId,
        long version,
        long position,
        Instant recordedAt,
        LocalDate on,
        String name,
        StaffPost post,
        @Nullable String contact,
        LocalDate since,
        @Nullable PostEnd end,
        List<Place> areas,
        List<PostCharge> charges,
        TrainingStatus training,
        List<TrainingTaken> trainings) {

    /** @param on the first day on which they answer for nothing any more */
    public record PostEnd(
            LocalDate on, PostEndReason reason, @Nullable String note) {}

    /** @param until the first day on which they do no more; null while none is known */
    public record PostCharge(LocalDate from, @Nullable LocalDate until, List<Place> areas) {}

    /** @param on its last day */
    public record TrainingTaken(LocalDate on, TrainingKind kind, String subject) {}

    static StaffRecord of(
            Appointed state,
            List<Recorded> facts,
            LocalDate today,
            Divisions divisions,
            StaffTrainingPolicy.Edition policy) {
        Recorded last = facts.getLast();
        StaffAppointed appointment = told(facts, state.appointment(), StaffAppointed.class);
        return new StaffRecord(
                state.stream(),
                last.version(),
                last.position(),
                last.recordedAt(),
                today,
                appointment.name().reveal(),
                state.post(),
                revealed(appointment.contact()),
                state.since(),
                state.end().map(end -> end(end, facts)).orElse(null),
                places(state.areasOn(today), divisions, today),
                state.spans().stream()
                        .map(span -> new PostCharge(
                                span.from(),
                                span.until().equals(LocalDate.MAX) ? null : span.until(),
                                places(span.areas(), divisions, today)))
                        .toList(),
                state.lastTraining(today)
                        .map(training -> TrainingStatus.of(training.on(), training.kind(), policy.countsFrom(today)))
                        .orElseGet(() -> TrainingStatus.of(null, null, today)),
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

    private static List<Place> places(Collection<DivisionRef> areas, Divisions divisions, LocalDate day) {
        return areas.stream()
                .map(area -> area.code().digits())
                .sorted()
                .map(area -> Place.of(area, divisions, day))
                .toList();
    }

    private static <E> E told(List<Recorded> facts, long version, Class<E> type) {
        return facts.stream()
                .filter(fact -> fact.version() == version)
                .map(fact -> type.cast(fact.event()))
                .findFirst()
                .orElseThrow();
    }
}
