package org.huhang.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final Divisions TODAY = PublishedDivisions.at(LocalDate.of(2026, 6, 1));

    /** 统景镇 came from 渝北区 to 北碚区 by a document of 2025-11-06, and was listed there at the end of that year. */
    @ParameterizedTest
    @CsvSource({
        "500112133, 2025-11-05, ''",
        "500112133, 2025-11-06, 500109 500112",
        "500112133, 2025-12-31, 500109",
        "500157010, 2025-11-05, 500112018",
        "500157010, 2025-12-31, ''",
        "330183, 2014-12-12, ''",
        "330183, 2014-12-31, 330111",
    })
    void whose_it_was_on_a_day(String code, LocalDate day, String whose) {
        assertThat(codes(Place.of(code, TODAY, day).then())).isEqualTo(whose);
    }

    @Test
    void a_figure_says_nothing_of_another_day() {
        assertThat(Place.of("500112133", TODAY).then()).isNull();
        assertThat(codes(Place.of("500112133", TODAY).today())).isEqualTo("500109");
    }

    private static String codes(List<Place.Whose> whose) {
        return String.join(" ", whose.stream().map(Place.Whose::code).toList());
    }
}
