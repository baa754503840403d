package org.huhang.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;

/**
 * The day a month's figures speak of, and from which knowledge.
 *
 * @param day the last of the month; while the month runs, the day of {@code knownAt}
 * @param firstReportedAt the last instant of the month, by which its figure could first be reported; empty while it runs
 */
record ReportingDay(YearMonth month, LocalDate day, Instant knownAt, Optional<Instant> firstReportedAt) {

    static final int MOST_MONTHS = 24;

    static ReportingDay of(YearMonth month, Instant knownAt) {
        LocalDate last = month.atEndOfMonth();
        LocalDate today = Shanghai.dayOf(knownAt);
        // The log counts in microseconds.
        Instant end = last.plusDays(1).atStartOfDay(Shanghai.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
        return last.isBefore(today)
                ? new ReportingDay(month, last, knownAt, Optional.of(end))
                : new ReportingDay(month, today, knownAt, Optional.empty());
    }

    /**
     * One for each month from {@code first} to {@code last}.
     *
     * @throws Refused {@code PERIOD_REVERSED}; {@code INVALID_PARAMETER} for over two years; {@code DATE_IN_THE_FUTURE}
     *     for a month that had not begun
     */
    static List<ReportingDay> each(YearMonth first, YearMonth last, Instant knownAt) {
        if (last.isBefore(first)) {
            throw new Refused(Refusal.at("to", RefusalCode.PERIOD_REVERSED));
        }
        if (first.plusMonths(MOST_MONTHS).compareTo(last) <= 0) {
            throw new Refused(
                    Refusal.at("to", RefusalCode.INVALID_PARAMETER, Map.of("allowed", MOST_MONTHS + " months")));
        }
        if (last.isAfter(YearMonth.from(Shanghai.dayOf(knownAt)))) {
            throw new Refused(Refusal.at(first.equals(last) ? "month" : "to", RefusalCode.DATE_IN_THE_FUTURE));
        }
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> of(month, knownAt))
                .toList();
    }
}
