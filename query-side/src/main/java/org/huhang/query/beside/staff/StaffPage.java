package org.huhang.query.beside.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huhang.query.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * One page of those in charge.
 *
 * @param next cursor of the following page; null on the last one
 * @param position of the last fact of the log that it rests on
 * @param knownAt when that fact was recorded
 * @param on the day on which they are in charge, Asia/Shanghai
 */
public record StaffPage(List<StaffRow> items, @Nullable String next, long position, Instant knownAt, LocalDate on) {

    static StaffPage of(Page<StaffRow> page, LocalDate on) {
        return new StaffPage(page.items(), page.next(), page.position(), page.knownAt(), on);
    }
}
