package org.huhang.query.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.calendar.LastWorkingDay;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.area.Alert;
import org.jspecify.annotations.Nullable;

/**
 * The case now.
 *
 * @param version of its last fact; the ETag begins with it
 * @param position of its last fact in the log: the case is known up to that
 * @param knownAt when that fact was recorded; asked of replay, either gives the same state again
 * @param today the day {@code age}, {@code overdueDays} and {@code alerts} speak of, Asia/Shanghai
 * @param overdueDays since the next home visit was due; null for a child not on the ledger
 * @param due what is to be done by a day, passed or not
 */
public record CaseAnswer(
        CaseId caseId,
        long version,
        long position,
        Instant knownAt,
        LocalDate today,
        int age,
        @Nullable Long overdueDays,
        List<AlertDocument> alerts,
        List<DueDocument> due,
        CaseDocument state) {

    /** @param lastWorkingDay by which it can be done in working days */
    public record DueDocument(Due.Kind kind, LocalDate day, LastWorkingDay lastWorkingDay) {}

    /** @param day from which it is counted: the last day something was due, the mark, or the birthday */
    public record AlertDocument(Alert.Kind code, LocalDate day, long daysPast) {}
}
