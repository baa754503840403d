package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.huhang.kernel.time.Counting;
import org.junit.jupiter.api.Test;

class AgeBandTest {

    @Test
    void who_has_a_birthday_today_is_no_longer_below_that_age() {
        assertThat(AgeBand.firstBelow(16, LocalDate.parse("2026-03-10"))).isEqualTo("2010-03-11");
    }

    @Test
    void a_child_of_29_february_is_a_year_older_on_the_28th_of_a_common_year() {
        assertThat(AgeBand.firstBelow(6, LocalDate.parse("2026-02-28"))).isEqualTo("2020-03-01");
        assertThat(AgeBand.firstBelow(6, LocalDate.parse("2026-02-27"))).isEqualTo("2020-02-28");
    }

    @Property
    void the_bound_agrees_with_the_kernels_count_on_both_its_sides(
            @ForAll @IntRange(max = 18) int age, @ForAll @IntRange(min = 18_000, max = 25_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        LocalDate first = AgeBand.firstBelow(age, day);
        assertThat(Counting.turns(first, age)).isAfter(day);
        assertThat(Counting.turns(first.minusDays(1), age)).isBeforeOrEqualTo(day);
    }
}
