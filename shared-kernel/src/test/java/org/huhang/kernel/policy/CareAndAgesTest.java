package org.huhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareAndAgesTest {

    private final PolicyBook book = PolicyBook.published();

    @Test
    void temporary_care_is_reviewed_each_quarter_and_marked_after_a_year() {
        TemporaryCarePolicy.Edition care = book.temporaryCare().on(LocalDate.parse("2025-11-30"));
        assertThat(care.reviewBy(LocalDate.parse("2025-11-30"))).isEqualTo("2026-02-28");
        assertThat(care.oneYearMark(LocalDate.parse("2025-11-30"))).isEqualTo("2026-11-30");
    }

    @Test
    void a_visit_after_care_is_asked_for_since_order_84() {
        LocalDate before = LocalDate.parse("2026-03-31");
        LocalDate since = LocalDate.parse("2026-04-01");
        assertThat(book.temporaryCare().on(before).followUpVisitBy(before)).isEmpty();
        assertThat(book.temporaryCare().on(since).followUpVisitBy(since)).contains(LocalDate.parse("2026-05-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-05-10, 2026-05-09, true",
        "2008-05-10, 2026-05-10, false",
        "2026-05-10, 2026-05-10, true",
    })
    void a_child_is_a_child_until_the_eighteenth_birthday(LocalDate birth, LocalDate on, boolean child) {
        assertThat(book.ages().isChild(birth, on)).isEqualTo(child);
    }

    @ParameterizedTest
    @CsvSource({"2018-05-10, 2026-05-09, false", "2018-05-10, 2026-05-10, true"})
    void a_childs_own_view_is_asked_for_from_the_eighth_birthday(LocalDate birth, LocalDate on, boolean required) {
        assertThat(book.ages().ownViewRequired(birth, on)).isEqualTo(required);
    }

    @ParameterizedTest
    @CsvSource({"2008-05-10, 2026-05-10", "2008-02-29, 2026-02-28", "2000-01-01, 2018-01-01"})
    void who_turns_eighteen_is_an_adult_from_that_day_on(LocalDate birth, LocalDate day) {
        assertThat(book.ages().adultFrom(birth)).isEqualTo(day);
    }

    /** From 2027 on a child is whoever is below seventeen. */
    @ParameterizedTest
    @CsvSource({"2008-05-10, 2026-05-10", "2009-05-10, 2027-01-01", "2010-05-10, 2027-05-10"})
    void the_edition_in_force_on_that_day_says_who_is_an_adult(LocalDate birth, LocalDate day, @TempDir Path folder) {
        List<String> lines = new ArrayList<>(Tables.shipped(ChildAges.FILE));
        lines.addAll(List.of(
                "CHILD-AGES-2027\tvalid-from\t2027-01-01\t未成年人保护法",
                "CHILD-AGES-2027\tchild-below\t17\t未成年人保护法",
                "CHILD-AGES-2027\town-view-from\t8\t未成年人保护法"));
        Tables.write(folder, ChildAges.FILE, lines);

        assertThat(PolicyBook.from(folder).ages().adultFrom(birth)).isEqualTo(day);
    }
}
