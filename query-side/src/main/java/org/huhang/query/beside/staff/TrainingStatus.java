package org.huhang.query.beside.staff;

import java.time.LocalDate;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands with training on a day.
 *
 * @param last day of the last one up to then; null, like {@code kind}, for who was never trained
 * @param counts whether it is no longer ago than policy allows
 */
public record TrainingStatus(
        @Nullable LocalDate last, @Nullable TrainingKind kind, boolean counts) {

    static TrainingStatus of(@Nullable LocalDate last, @Nullable TrainingKind kind, LocalDate countsFrom) {
        return new TrainingStatus(last, kind, last != null && !last.isBefore(countsFrom));
    }
}
