package org.huhang.query.beside.staff;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.api.Place;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for something on the day that the list is told for.
 *
 * @param name of a person: shown to those who may read the list
 * @param areas all that they answer for on that day, also those outside the division asked for
 * @param since the first day in the post
 * @param until the first day on which they answer for nothing any more; null while none is known
 */
public record StaffRow(
        StreamId staffId,
        String name,
        StaffPost post,
        List<Place> areas,
        LocalDate since,
        @Nullable LocalDate until,
        TrainingStatus training) {

    public StaffRow {
        areas = List.copyOf(areas);
    }
}
