package org.huhang.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        "2026-11-30, 2026-11-30, false", // Monday
        "2026-11-29, 2026-11-27, false", // Sunday
        "2026-02-14, 2026-02-14, false", // Saturday, worked
        "2026-02-23, 2026-02-14, false", // over the Spring Festival
        "2026-10-07, 2026-09-30, false",
        "2026-12-24, 2026-12-24, false",
        "2026-12-25, 2026-12-25, true", // the notice of 2027 may speak of the days before New Year
        "2026-12-27, 2026-12-25, true",
        "2027-01-01, 2027-01-01, true", // nobody has said yet that it is free
        "2027-02-07, 2027-02-05, true",
        "2025-12-28, 2025-12-26, false"
    })
    void the_last_working_day_says_whether_it_rests_on_a_year_without_a_notice(
            LocalDate due, LocalDate last, boolean provisional) {
        assertThat(days.lastBy(due)).isEqualTo(new LastWorkingDay(last, provisional));
    }

    @Test
    void the_notice_of_the_year_settles_it() {
        WorkingDays table = read("2027-01-01\tholiday\t元旦\n2027-10-01\tholiday\t国庆节\n");
        assertThat(table.lastBy(LocalDate.parse("2027-03-07")))
                .isEqualTo(new LastWorkingDay(LocalDate.parse("2027-03-05"), false));
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
    void between_the_last_working_day_and_the_due_day_nobody_works(
            @ForAll @DateRange(min = "2015-01-01", max = "2030-10-01") LocalDate due) {
        LocalDate last = days.lastBy(due).day();
        assertThat(days.isWorkingDay(last)).isTrue();
        assertThat(last.plusDays(1).datesUntil(due.isAfter(last) ? due.plusDays(1) : last.plusDays(1)))
                .noneMatch(days::isWorkingDay);
    }

    private static WorkingDays read(String rows) {
        return WorkingDays.read("days.tsv", new StringReader("date\tkind\toccasion\n" + rows));
    }
}
