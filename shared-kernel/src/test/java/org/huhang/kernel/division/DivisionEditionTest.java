package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.huhang.kernel.table.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DivisionEditionTest {

    private static final Divisions DIVISIONS = PublishedDivisions.load();

    static Stream<LocalDate> daysAroundAChange() {
        return DivisionTables.changes(Tsv.shipped("/divisions/changes.tsv", DivisionTables.CHANGES)).keySet().stream()
                .flatMap(change -> Stream.of(change.earliest(), change.surely()))
                .distinct()
                .filter(LocalDate.parse("2011-02-17")::isBefore)
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                .distinct();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-05, 2024-12-31",
        "2025-11-06, 2025-11-06",
        "2025-12-30, 2025-11-06",
        "2025-12-31, 2025-12-31",
        "2026-04-17, 2026-04-17",
        "2026-11-30, 2026-06-30"
    })
    void tables_are_named_by_the_day_of_their_newest_change(LocalDate today, String edition) {
        assertThat(DIVISIONS.asOf(today).latest()).isEqualTo(DivisionEdition.of(edition));
    }

    @ParameterizedTest
    @CsvSource({"202306, 2023-06-30", "201202, 2012-02-29", "2025-11-06, 2025-11-06"})
    void an_older_fact_that_names_a_month_means_its_end(String name, LocalDate day) {
        assertThat(DivisionEdition.of(name).day()).isEqualTo(day);
    }

    @Test
    void editions_come_in_order_of_their_days_however_they_are_named() {
        assertThat(Stream.of("2025-11-06", "202511", "202306", "2023-07-01", "2023-06-30")
                        .map(DivisionEdition::of)
                        .sorted()
                        .map(DivisionEdition::name))
                .containsExactly("2023-06-30", "202306", "2023-07-01", "2025-11-06", "202511");
    }

    @ParameterizedTest
    @MethodSource("daysAroundAChange")
    void the_tables_of_an_edition_answer_as_those_of_the_day_that_named_it(LocalDate today) {
        Divisions then = DIVISIONS.asOf(today);
        Divisions again = DIVISIONS.asOf(then.latest().day());

        assertThat(then.latest().day()).isBeforeOrEqualTo(today);
        assertThat(again.latest()).isEqualTo(then.latest());
        assertThat(again.fingerprint()).isEqualTo(then.fingerprint());
        for (String code : new String[] {"500105", "500109", "500112", "500157", "653223", "330104", "320503"}) {
            DivisionCode place = DivisionCode.of(code);
            assertThat(again.standing(place)).isEqualTo(then.standing(place));
        }
    }

    @Test
    void a_place_read_on_the_day_a_change_was_listed_is_in_no_doubt_and_the_day_before_it_is() {
        DivisionCode beibei = DivisionCode.of("500109");
        LocalDate later = LocalDate.parse("2026-11-01");

        assertThat(read(beibei, "2025-12-30", later).possible()).containsExactly(beibei, DivisionCode.of("500157"));
        assertThat(read(beibei, "2025-12-31", later).possible()).containsExactly(beibei);
    }

    @Test
    void the_changes_that_bear_on_a_place_are_named_with_their_documents() {
        DivisionRef jiangbei = new DivisionRef(DivisionCode.of("500105"), DivisionEdition.of("202306"));
        DivisionRef wuwei = new DivisionRef(DivisionCode.of("341422"), DivisionEdition.of("2010-12-31"));

        assertThat(DIVISIONS.bearing(jiangbei, LocalDate.parse("2025-11-05"))).isEmpty();
        assertThat(DIVISIONS.bearing(jiangbei, LocalDate.parse("2025-11-06")))
                .extracting(DivisionChange::code)
                .contains(DivisionCode.of("500105"));
        assertThat(DIVISIONS.bearing(jiangbei, LocalDate.parse("2026-01-01")))
                .extracting(DivisionChange::citation)
                .allMatch(citation -> citation.startsWith("2025-11-06 国务院"));
        assertThat(DIVISIONS.bearing(wuwei, LocalDate.parse("2026-01-01")))
                .extracting(DivisionChange::citation)
                .contains("2011-07-14 国函〔2011〕84号");
        assertThat(DIVISIONS.bearing(
                        new DivisionRef(DivisionCode.of("640104"), DIVISIONS.latest()), LocalDate.parse("2026-01-01")))
                .isEmpty();
    }

    private static Location.Counties read(DivisionCode code, String today, LocalDate day) {
        DivisionEdition edition = DIVISIONS.asOf(LocalDate.parse(today)).latest();
        return DIVISIONS.locate(new DivisionRef(code, edition), day).after();
    }
}
