package org.huhang.query.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huhang.query.api.Page;
import org.jspecify.annotations.Nullable;

/**
 * One page of the ledger.
 *
 * @param next cursor of the following page; null on the last one
 * @param position of the last fact of the log that it rests on
 * @param knownAt when that fact was recorded
 * @param on the day on which ages and days overdue are counted, Asia/Shanghai
 */
public record LedgerPage(List<LedgerRow> items, @Nullable String next, long position, Instant knownAt, LocalDate on) {

    static LedgerPage of(Page<LedgerRow> page, LocalDate on) {
        return new LedgerPage(page.items(), page.next(), page.position(), page.knownAt(), on);
    }
}
