package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.command.imports.RecordReader.Raw;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    @Test
    void rows_are_numbered_as_a_spreadsheet_counts_and_blank_lines_count_but_are_passed_over() throws IOException {
        assertThat(read("a,b\r\n\r\n1,2\n,\n3,4"))
                .containsExactly(cells(1, "a", "b"), cells(3, "1", "2"), cells(5, "3", "4"));
    }

    @Test
    void a_cell_may_hold_commas_quotes_and_line_breaks() throws IOException {
        assertThat(read("a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n3,4"))
                .containsExactly(cells(1, "a", "b"), cells(2, "1,\"x\"", "two\nlines"), cells(3, "3", "4"));
    }

    @Test
    void a_stray_quote_costs_its_own_row_and_no_other() throws IOException {
        assertThat(read("a,b\n1,\"2\n3,4\n5,6"))
                .containsExactly(cells(1, "a", "b"), new Raw.Malformed(2), cells(3, "3", "4"), cells(4, "5", "6"));
    }

    @Test
    void two_stray_quotes_do_not_swallow_the_rows_between_them() throws IOException {
        assertThat(read("a,b\n1,\"2\n3,4\n5\",6\n7,8"))
                .containsExactly(
                        cells(1, "a", "b"),
                        new Raw.Malformed(2),
                        cells(3, "3", "4"),
                        new Raw.Malformed(4),
                        cells(5, "7", "8"));
    }

    @Test
    void text_after_a_closing_quote_is_malformed() throws IOException {
        assertThat(read("a,b\n\"1\"x,2\n3,4")).contains(new Raw.Malformed(2), cells(3, "3", "4"));
    }

    @Test
    void a_row_of_a_million_columns_is_too_wide_and_the_next_row_is_read() throws IOException {
        assertThat(read("a,b\n" + "x,".repeat(1_000_000) + "\n3,4"))
                .containsExactly(cells(1, "a", "b"), new Raw.TooWide(2), cells(3, "3", "4"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_heading() throws IOException {
        assertThat(read("\u00EF\u00BB\u00BFa,b")).containsExactly(cells(1, "a", "b"));
    }

    @Test
    void a_bare_carriage_return_ends_a_row_too() throws IOException {
        assertThat(read("a,b\r1,2\r\n3,4\r"))
                .containsExactly(cells(1, "a", "b"), cells(2, "1", "2"), cells(3, "3", "4"));
    }

    @Test
    void a_byte_order_mark_of_gb18030_is_no_part_of_the_first_heading() throws IOException {
        assertThat(read("\u00841\u00953a,b")).containsExactly(cells(1, "a", "b"));
    }

    @Test
    void more_columns_than_any_list_has_are_too_wide() throws IOException {
        assertThat(read("x,".repeat(50_000) + "\n3,4")).startsWith(new Raw.TooWide(1));
    }

    @Test
    void an_empty_file_has_no_rows() throws IOException {
        assertThat(read("")).isEmpty();
    }

    /** Cells over several lines, stray quotes, blank lines, either line end, a mark: wherever one stops, another goes on. */
    @Test
    void another_reader_goes_on_where_one_has_stopped() throws IOException {
        byte[] file = bytes("\u00EF\u00BB\u00BFa,b\r\n\r\n1,\"two\r\nlines\"\r\n5,\"6\r7,8\n\n9,10\"x\n11,12");
        List<Raw> all = readOn(new RecordReader(new ByteArrayInputStream(file)));
        assertThat(all).hasSize(6);
        for (int count = 1; count <= all.size(); count++) {
            RecordReader first = new RecordReader(new ByteArrayInputStream(file));
            List<Raw> seen = new ArrayList<>();
            while (seen.size() < count) {
                seen.add(first.next().orElseThrow());
                first.expectColumns(2);
            }
            int from = (int) first.readTo();
            RecordReader second = RecordReader.goingOn(
                    new ByteArrayInputStream(file, from, file.length - from),
                    seen.getLast().row(),
                    from);
            second.expectColumns(2);
            seen.addAll(readOn(second));
            assertThat(seen).as("stopped after %d", count).isEqualTo(all);
            assertThat(second.readTo()).isEqualTo(file.length);
        }
    }

    private static Raw cells(long row, String... cells) {
        return new Raw.Cells(row, List.of(cells));
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<Raw> read(String latin1) throws IOException {
        return readOn(new RecordReader(new ByteArrayInputStream(bytes(latin1))));
    }

    private static List<Raw> readOn(RecordReader reader) throws IOException {
        List<Raw> all = new ArrayList<>();
        for (Optional<Raw> raw = reader.next(); raw.isPresent(); raw = reader.next()) {
            all.add(raw.get());
            reader.expectColumns(2);
        }
        return all;
    }
}
