package org.huhang.kernel.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntPredicate;

/**
 * How the Civil Code counts (民法典 arts. 201–202, 1259): a period of months or years ends on the day with the same number,
 * or on the month's last day where that number is missing, and "six months or more" includes six.
 */
public final class Counting {

    private Counting() {}

    /** The last day of a period of {@code months} that began on {@code since}; on that day the period is complete. */
    public static LocalDate endOfMonths(LocalDate since, int months) {
        return since.plusMonths(months);
    }

    /** Completed months; none on a day before {@code since}. */
    public static int monthsComplete(LocalDate since, LocalDate on) {
        return complete(Math.toIntExact(ChronoUnit.MONTHS.between(since, on)), months -> !endOfMonths(since, months)
                .isAfter(on));
    }

    /**
     * The day on which a child is {@code age} years old. Criminal law counts from the day after the birthday and civil
     * practice differs; here the new age counts from the birthday itself, everywhere, and a child of 29 February has it
     * on 28 February in a common year.
     */
    public static LocalDate turns(LocalDate birth, int age) {
        return birth.plusYears(age);
    }

    /** Age in full years; none on a day before the birth. */
    public static int ageOn(LocalDate birth, LocalDate on) {
        return complete(Math.toIntExact(ChronoUnit.YEARS.between(birth, on)), age -> !turns(birth, age)
                .isAfter(on));
    }

    /** The JDK wants the same day number again, which a shorter month does not have. */
    private static int complete(int byTheJdk, IntPredicate reached) {
        return Math.max(0, reached.test(byTheJdk + 1) ? byTheJdk + 1 : byTheJdk);
    }
}
