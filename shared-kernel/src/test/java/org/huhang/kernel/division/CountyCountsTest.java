package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many county-level units the mainland has, as the yearly lists of another source have it. */
class CountyCountsTest {

    @ParameterizedTest
    @CsvSource({
        "2019-12-31, 2846",
        "2020-12-31, 2844",
        "2021-12-31, 2843",
        "2022-12-31, 2843",
        "2023-12-31, 2844",
        "2024-12-31, 2846",
        "2025-12-31, 2845",
        "2026-04-30, 2847"
    })
    void the_tables_have_as_many_counties_on_the_day_as_the_list_of_that_day(LocalDate day, int counties) {
        Divisions then = PublishedDivisions.at(day);
        long found = Stream.iterate(11, province -> province <= 65, province -> province + 1)
                .map(province -> DivisionCode.of(province + "0000"))
                .flatMap(province -> then.counties(province).stream())
                .filter(code -> code.level() == DivisionCode.Level.COUNTY)
                .filter(code -> then.standing(code) instanceof Standing.InForce)
                .count();
        assertThat(found).isEqualTo(counties);
    }
}
