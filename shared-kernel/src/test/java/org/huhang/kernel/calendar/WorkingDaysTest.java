package org.huhang.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.huhang.kernel.table.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = WorkingDays.published();

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true", // Friday
        "2026-02-14, true", // Saturday, worked for the Spring Festival
        "2026-02-16, false", // Monday, Spring Festival
        "2026-10-10, true", // Saturday, worked for National Day
        "2026-10-11, false", // Sunday
        "2014-10-01, true", // no notice known: a Wednesday like any other
        "2014-10-04, false"
    })
    void a_day_is_worked_by_the_notice_or_else_by_the_weekday(String day, boolean worked) {
        assertThat(days.isWorkingDay(LocalDate.parse(day))).isEqualTo(worked);
    }

    @Test
    void the_years_with_a_notice_are_2015_to_2026() {
        assertThat(IntStream.range(2000, 2040).filter(days::isPublished))
                .containsExactly(IntStream.rangeClosed(2015, 2026).boxed().toArray(Integer[]::new));
    }

    @Test
    void a_day_carried_over_from_a_neighbours_notice_does_not_publish_a_year() {
        WorkingDays table = read("2026-12-31\tholiday\t元旦\n2027-10-01\tholiday\t国庆节\n");
        assertThat(table.isPublished(2026)).isFalse();
        assertThat(table.isPublished(2027)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 0, 2026-02-13",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24", // over the Spring Festival
        "2026-09-30, 3, 2026-10-10",
        "2026-10-04, 1, 2026-10-08"
    })
    void a_period_of_working_days_does_not_count_the_day_it_begins_on(String from, int count, String last) {
        assertThat(days.plusWorkingDays(LocalDate.parse(from), count).day()).isEqualTo(LocalDate.parse(last));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 10, 2026-12-15, false",
        "2026-12-01, 0, 2026-12-01, false",
        "2026-12-21, 3, 2026-12-24, false",
        "2026-12-21, 4, 2026-12-25, true", // the notice of 2027 may speak of the days before New Year
        "2026-12-01, 30, 2027-01-12, true",
        "2027-03-01, 5, 2027-03-08, true",
        "2025-12-22, 10, 2026-01-06, false"
    })
    void a_deadline_says_whether_it_rests_on_a_year_without_a_notice(
            String from, int count, String last, boolean provisional) {
        assertThat(WorkingDays.published().isPublished(2027)).isFalse();
        assertThat(WorkingDays.published().plusWorkingDays(LocalDate.parse(from), count))
                .isEqualTo(new Deadline(LocalDate.parse(last), provisional));
    }

    @Test
    void a_period_does_not_run_backwards() {
        assertThatThrownBy(() -> days.plusWorkingDays(LocalDate.parse("2026-01-01"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01 half 元旦 | line 2: kind must be holiday or workday",
                "2026-01-32 holiday 元旦 | line 2: date is not a date like 2024-06-01: 2026-01-32"
            })
    void a_bad_row_is_named_with_its_line(String row, String reason) {
        assertThatThrownBy(() -> read(row.replace(' ', '\t')))
                .isInstanceOf(UnreadableTable.class)
                .hasMessage("days.tsv, " + reason);
    }

    @Test
    void a_day_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> read("2026-01-01\tholiday\t元旦\n2026-01-01\tworkday\t元旦\n"))
                .hasMessage("days.tsv, line 3: the day 2026-01-01 stands here twice");
    }

    @Property(tries = 300)
    void a_period_ends_on_a_working_day_and_holds_exactly_its_number(
            @ForAll @DateRange(min = "2015-01-01", max = "2026-10-01") LocalDate from,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        LocalDate last = WorkingDays.published().plusWorkingDays(from, count).day();
        assertThat(WorkingDays.published().isWorkingDay(last)).isTrue();
        assertThat(from.plusDays(1).datesUntil(last.plusDays(1)).filter(WorkingDays.published()::isWorkingDay))
                .hasSize(count);
    }

    private static WorkingDays read(String rows) {
        return WorkingDays.read("days.tsv", new StringReader("date\tkind\toccasion\n" + rows));
    }
}
