package org.huhang.query.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.policy.ChildAges;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.Knowledge;

/**
 * The day a month's figures speak of, and from which knowledge. Both follow from what was known alone, whenever it is asked,
 * and so a figure can be had again.
 *
 * @param day the last of the month, once something later is known; until then the last of its days on which anything became
 *     known, or its first
 * @param childSince the first birth date of which somebody is a child on that day still
 * @param knownAt position of the last fact known
 * @param firstReportedAt position of the last fact known at the end of the month, by which its figure could first be
 *     reported; empty before
 */
record ReportingDay(YearMonth month, LocalDate day, LocalDate childSince, long knownAt, OptionalLong firstReportedAt) {

    static final int MOST_MONTHS = 24;

    private static ReportingDay of(YearMonth month, Moment known, Knowledge knowledge, ChildAges ages) {
        LocalDate last = month.atEndOfMonth();
        LocalDate today = Shanghai.dayOf(known.recordedAt());
        if (last.isBefore(today)) {
            return new ReportingDay(
                    month,
                    last,
                    childSince(last, ages),
                    known.position(),
                    OptionalLong.of(knowledge.endOf(last).position()));
        }
        LocalDate first = month.atDay(1);
        LocalDate day = first.isAfter(today) ? first : today;
        return new ReportingDay(month, day, childSince(day, ages), known.position(), OptionalLong.empty());
    }

    private static LocalDate childSince(LocalDate day, ChildAges ages) {
        return AgeBand.firstBelow(ages.on(day).childBelow().value(), day);
    }

    /**
     * @throws Refused {@code PERIOD_REVERSED}; {@code INVALID_PARAMETER} for over two years; {@code DATE_IN_THE_FUTURE} for a
     *     month that has not begun
     */
    static void check(YearMonth first, YearMonth last, LocalDate today) {
        if (last.isBefore(first)) {
            throw new Refused(Refusal.at("to", RefusalCode.PERIOD_REVERSED));
        }
        if (first.plusMonths(MOST_MONTHS).compareTo(last) <= 0) {
            throw new Refused(
                    Refusal.at("to", RefusalCode.INVALID_PARAMETER, Map.of("allowed", MOST_MONTHS + " months")));
        }
        if (last.isAfter(YearMonth.from(today))) {
            throw new Refused(Refusal.at(
                    first.equals(last) ? "month" : "to",
                    RefusalCode.DATE_IN_THE_FUTURE,
                    Map.of("today", today.toString())));
        }
    }

    /** One for each month from {@code first} to {@code last}. */
    static List<ReportingDay> each(YearMonth first, YearMonth last, Moment known, Knowledge knowledge, ChildAges ages) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> of(month, known, knowledge, ages))
                .toList();
    }
}
