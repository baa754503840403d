package org.huhang.query.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huhang.query.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * One page of the work list.
 *
 * @param next cursor of the following page; null on the last one
 * @param position of the last fact of the log that it rests on
 * @param knownAt when that fact was recorded
 * @param on the day on which days overdue, and what falls due within thirty, are counted, Asia/Shanghai
 */
public record WorklistPage(List<Task> items, @Nullable String next, long position, Instant knownAt, LocalDate on) {

    static WorklistPage of(Page<Task> page, LocalDate on) {
        return new WorklistPage(page.items(), page.next(), page.position(), page.knownAt(), on);
    }
}
