package org.huhang.query.beside.staff;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.StaffTrainingPolicy;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.api.Place;

/**
 * One member of staff, as far as the log tells.
 *
 * @param version also in {@code ETag}
 * @param position of the last fact of theirs in the log
 * @param recordedAt when that became known
 * @param on today, Asia/Shanghai
 * @param areas what they answer for today
 */
public record StaffRecord(
        StreamId staffId,
        long version,
        long position,
        Instant recordedAt,
        LocalDate on,
        @JsonUnwrapped StaffDocument document,
        List<Place> areas,
        TrainingStatus training) {

    static StaffRecord of(
            Appointed state,
            List<Recorded> facts,
            LocalDate today,
            Divisions divisions,
            StaffTrainingPolicy.Edition policy) {
        Recorded last = facts.getLast();
        return new StaffRecord(
                state.stream(),
                last.version(),
                last.position(),
                last.recordedAt(),
                today,
                StaffDocument.of(state, facts, today, divisions),
                places(state.areasOn(today), divisions, today),
                state.lastTraining(today)
                        .map(training -> TrainingStatus.of(training.on(), training.kind(), policy.countsFrom(today)))
                        .orElseGet(() -> TrainingStatus.of(null, null, today)));
    }

    static List<Place> places(Collection<DivisionRef> areas, Divisions divisions, LocalDate day) {
        return areas.stream()
                .map(area -> area.code().digits())
                .sorted()
                .map(area -> Place.of(area, divisions, day))
                .toList();
    }
}
