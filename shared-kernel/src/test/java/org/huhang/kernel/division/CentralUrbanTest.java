package org.huhang.kernel.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import org.huhang.kernel.division.CentralUrban.Answer;
import org.huhang.kernel.division.CentralUrban.Basis;
import org.huhang.kernel.table.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CentralUrbanTest {

    private static final String HEAD = "division\tcentral\tfrom\tto\tcity\tbasis\tsource\n";

    private final CentralUrban published = CentralUrban.published();

    @ParameterizedTest
    @CsvSource({
        "640104, 2024-05-31, NOT_SET",
        "640104, 2024-06-01, CENTRAL",
        "640106100, 2026-01-01, CENTRAL",
        "640121, 2024-06-01, NOT_CENTRAL", // Yinchuan has named others
        "640121, 2024-05-31, NOT_SET",
        "330109, 2024-06-01, CENTRAL",
        "330112, 2024-06-01, NOT_CENTRAL",
        "330122, 2024-06-01, NOT_CENTRAL",
        "440305, 2024-06-01, NOT_SET" // Shenzhen has set nothing
    })
    void a_district_is_central_not_central_or_not_set_on_a_day(String county, String day, Answer answer) {
        assertThat(published.on(DivisionCode.of(county), LocalDate.parse(day))).isEqualTo(answer);
    }

    @Test
    void the_row_an_answer_rests_on_tells_a_citys_word_from_the_products_assumption() {
        assertThat(published.entry(DivisionCode.of("640104"), LocalDate.parse("2024-06-01")))
                .hasValueSatisfying(entry -> assertThat(entry.basis()).isEqualTo(Basis.SET_BY_THE_CITY));
        assertThat(published.entry(DivisionCode.of("330109"), LocalDate.parse("2024-06-01")))
                .hasValueSatisfying(entry -> assertThat(entry.basis()).isEqualTo(Basis.PRODUCT_DEFAULT));
        assertThat(published.entry(DivisionCode.of("640121"), LocalDate.parse("2024-06-01")))
                .isEmpty();
    }

    @Test
    void an_operator_may_end_a_rows_days_and_the_last_day_still_counts() {
        CentralUrban table = read("440305\tyes\t2024-01-01\t2024-12-31\t440300\tcity\tShenzhen 2024\n"
                + "440305\tno\t2025-01-01\t\t440300\tcity\tShenzhen 2025\n");
        assertThat(table.on(DivisionCode.of("440305"), LocalDate.parse("2024-12-31")))
                .isEqualTo(Answer.CENTRAL);
        assertThat(table.on(DivisionCode.of("440305"), LocalDate.parse("2025-01-01")))
                .isEqualTo(Answer.NOT_CENTRAL);
    }

    @Test
    void a_municipality_is_its_own_city() {
        CentralUrban table = read("500103\tyes\t2024-01-01\t\t500000\tcity\tChongqing 2024\n");
        assertThat(table.on(DivisionCode.of("500229"), LocalDate.parse("2024-01-01")))
                .isEqualTo(Answer.NOT_CENTRAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "44030 yes 2024-01-01 - 440300 city X | division is not a division code: 44030",
                "440300 yes 2024-01-01 - 440300 city X | 440300 is not a county or district",
                "440305 maybe 2024-01-01 - 440300 city X | central must be yes or no",
                "440305 yes 2024-13-01 - 440300 city X | from is not a date like 2024-06-01: 2024-13-01",
                "440305 yes 2024-01-02 2024-01-01 440300 city X | ends on 2024-01-01, before it begins",
                "440305 yes 2024-01-01 - 440100 city X | 440305 does not lie in the city 440100",
                "440305 yes 2024-01-01 - 440300 nobody X | basis must be city or default",
                "440305 yes 2024-01-01 - 440300 city - | source is empty"
            })
    void a_bad_row_is_named_with_its_line_and_what_is_wrong(String row, String reason) {
        assertThatThrownBy(() ->
                        read(row.replace(" - ", "  ").replaceAll(" -$", " ").replace(' ', '\t') + "\n"))
                .isInstanceOf(UnreadableTable.class)
                .hasMessage("own.tsv, line 2: " + reason);
    }

    @Test
    void two_rows_for_one_district_on_one_day_are_refused() {
        assertThatThrownBy(() -> read(
                        "440305\tyes\t2024-01-01\t\t440300\tcity\tX\n" + "440305\tno\t2025-01-01\t\t440300\tcity\tX\n"))
                .hasMessage("own.tsv, line 3: 440305 already has a row for some of these days");
    }

    @Test
    void every_shipped_district_is_in_force() {
        assertThat(PublishedDivisions.load().below(DivisionCode.of("330100")))
                .filteredOn(district -> published
                        .entry(district.code(), LocalDate.parse("2024-06-01"))
                        .isPresent())
                .hasSize(10);
        assertThat(PublishedDivisions.load().below(DivisionCode.of("640100")))
                .filteredOn(district -> published
                        .entry(district.code(), LocalDate.parse("2024-06-01"))
                        .isPresent())
                .hasSize(3);
    }

    private static CentralUrban read(String rows) {
        return CentralUrban.read("own.tsv", new StringReader(HEAD + rows));
    }
}
