package org.huhang.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TsvTest {

    @Test
    void remarks_and_empty_lines_are_passed_over_and_still_counted() {
        List<Row> rows = read("\uFEFF# remark\nname\tsince\n\n# another\n萧山区\t2024-06-01\n");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.text("name")).isEqualTo("萧山区");
            assertThat(row.date("since")).isEqualTo(LocalDate.parse("2024-06-01"));
        });
    }

    @Test
    void an_empty_cell_is_absent_and_refused_where_it_is_needed() {
        Row row = read("name\tsince\n萧山区\t\n").getFirst();
        assertThat(row.optionalDate("since")).isEmpty();
        assertThatThrownBy(() -> row.date("since")).hasMessage("places.tsv, line 2: since is empty");
    }

    @Test
    void a_day_that_does_not_exist_is_named_with_its_line() {
        Row row = read("name\tsince\n萧山区\t2025-02-30\n").getFirst();
        assertThatThrownBy(() -> row.date("since"))
                .isInstanceOf(UnreadableTable.class)
                .hasMessage("places.tsv, line 2: since is not a date like 2024-06-01: 2025-02-30");
    }

    @Test
    void other_columns_than_expected_are_refused() {
        assertThatThrownBy(() -> read("name\n萧山区\n"))
                .hasMessage("places.tsv, line 1: the columns must be name, since, parted by tabs");
    }

    @Test
    void a_row_with_too_few_cells_is_refused() {
        assertThatThrownBy(() -> read("name\tsince\n萧山区\n"))
                .hasMessage("places.tsv, line 2: has 1 cells instead of 2, parted by tabs");
    }

    @Test
    void a_table_without_a_row_of_columns_is_refused() {
        assertThatThrownBy(() -> read("# nothing here\n"))
                .hasMessage("places.tsv, line 1: has no row naming the columns name, since");
    }

    @Test
    void a_table_that_was_not_shipped_is_named() {
        assertThatThrownBy(() -> Tsv.shipped("/policy/nowhere.tsv", "name"))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("/policy/nowhere.tsv");
    }

    private static List<Row> read(String text) {
        return Tsv.read("places.tsv", new StringReader(text), "name", "since");
    }
}
