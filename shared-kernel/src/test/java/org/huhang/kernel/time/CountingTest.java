package org.huhang.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    @ParameterizedTest
    @CsvSource({
        "2025-03-15, 2025-09-14, 5",
        "2025-03-15, 2025-09-15, 6", // the same day number: six, and six is enough
        "2025-03-15, 2025-09-16, 6",
        "2025-08-31, 2026-02-27, 5",
        "2025-08-31, 2026-02-28, 6", // no 31st: month end
        "2023-08-31, 2024-02-28, 5",
        "2023-08-31, 2024-02-29, 6",
        "2025-03-31, 2025-09-30, 6",
        "2024-02-29, 2024-08-28, 5",
        "2024-02-29, 2024-08-29, 6",
        "2024-02-29, 2025-02-28, 12",
        "2025-03-15, 2025-03-15, 0",
        "2025-03-15, 2024-01-01, 0"
    })
    void months_are_complete_on_the_same_day_number_or_the_months_end(LocalDate since, LocalDate on, int months) {
        assertThat(Counting.monthsComplete(since, on)).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-05-20, 2026-05-19, 15",
        "2010-05-20, 2026-05-20, 16", // on the birthday itself
        "2012-02-29, 2028-02-28, 15",
        "2012-02-29, 2028-02-29, 16",
        "2012-02-29, 2030-02-27, 17",
        "2012-02-29, 2030-02-28, 18", // a common year has no 29th
        "2024-05-20, 2024-05-20, 0",
        "2024-05-20, 2020-01-01, 0"
    })
    void the_new_age_counts_from_the_birthday_itself(LocalDate birth, LocalDate on, int age) {
        assertThat(Counting.ageOn(birth, on)).isEqualTo(age);
    }

    @Property
    void a_period_of_months_is_complete_on_its_last_day_and_not_the_day_before(
            @ForAll @DateRange(min = "1990-01-01", max = "2060-12-31") LocalDate since,
            @ForAll @IntRange(min = 1, max = 240) int months) {
        LocalDate last = Counting.endOfMonths(since, months);
        assertThat(Counting.monthsComplete(since, last)).isEqualTo(months);
        assertThat(Counting.monthsComplete(since, last.minusDays(1))).isEqualTo(months - 1);
    }

    @Property
    void a_child_turns_an_age_on_one_day_only(
            @ForAll @DateRange(min = "1990-01-01", max = "2060-12-31") LocalDate birth,
            @ForAll @IntRange(min = 1, max = 30) int age) {
        LocalDate birthday = Counting.turns(birth, age);
        assertThat(Counting.ageOn(birth, birthday)).isEqualTo(age);
        assertThat(Counting.ageOn(birth, birthday.minusDays(1))).isEqualTo(age - 1);
    }

    @Property
    void nobody_grows_younger_and_no_period_shrinks(
            @ForAll @DateRange(min = "1990-01-01", max = "2060-12-31") LocalDate since,
            @ForAll @IntRange(min = 0, max = 9000) int days) {
        LocalDate on = since.plusDays(days);
        assertThat(Counting.monthsComplete(since, on.plusDays(1)))
                .isBetween(Counting.monthsComplete(since, on), Counting.monthsComplete(since, on) + 1);
        assertThat(Counting.ageOn(since, on)).isEqualTo(Counting.monthsComplete(since, on) / 12);
    }
}
