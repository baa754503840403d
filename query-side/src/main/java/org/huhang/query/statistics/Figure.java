package org.huhang.query.statistics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number and its history.
 *
 * @param count as known now, or at the moment asked for
 * @param asFirstReported as known at the end of the month; null while the month runs
 * @param restated whether facts that came in since have changed the number
 */
public record Figure(long count, @Nullable Long asFirstReported, boolean restated) {

    /** Whether there is or was anybody to count. */
    boolean says() {
        return count > 0 || restated;
    }

    static Figure of(long count, Optional<Long> asFirstReported) {
        return new Figure(
                count,
                asFirstReported.orElse(null),
                asFirstReported.filter(first -> first != count).isPresent());
    }
}
