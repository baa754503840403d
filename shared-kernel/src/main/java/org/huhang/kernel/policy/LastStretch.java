package org.huhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Of days on which something may begin or end: the one from which on it holds for good. */
final class LastStretch {

    private LastStretch() {}

    /** @throws IllegalArgumentException where it does not hold on the last of the days */
    static Collector<LocalDate, ?, LocalDate> from(Predicate<LocalDate> holds) {
        return Collectors.collectingAndThen(
                Collectors.toList(), days -> begin(days.stream().sorted().toList(), holds));
    }

    private static LocalDate begin(List<LocalDate> days, Predicate<LocalDate> holds) {
        LocalDate begin = null;
        for (LocalDate day : days) {
            boolean now = holds.test(day);
            begin = !now ? null : begin == null ? day : begin;
        }
        if (begin == null) {
            throw new IllegalArgumentException("It does not hold in the end");
        }
        return begin;
    }
}
