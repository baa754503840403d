package org.huhang.command.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.huhang.kernel.stream.StreamId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and case ids have one way to be written, which is narrower than what the JDK would read. */
class PlainTextTest {

    @ParameterizedTest
    @CsvSource({"1900-01-01, 1900, 1, 1", "2024-02-29, 2024, 2, 29", "9999-12-31, 9999, 12, 31"})
    void a_day_that_exists_is_read(String text, int year, int month, int day) {
        assertThat(DateText.read(text)).contains(LocalDate.of(year, month, day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1899-12-31",
                "0000-01-01",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024-1-01",
                "24-01-01",
                "+2024-01-1",
                "-024-01-01",
                "2024-+1-01",
                "2024/01/01",
                "2024-01-01 ",
                " 2024-01-01",
                "2024-01-01T",
                "20240-1-01",
                "２０２４-01-01",
                "٢٠٢٤-01-01",
                "12024-01-01"
            })
    void what_is_no_day_is_not(String text) {
        assertThat(DateText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0a1b2c3d-0000-4000-8000-00000000000f", "0A1B2C3D-0000-4000-8000-00000000000F"})
    void a_whole_case_id_is_read_in_small_and_capital_letters(String text) {
        assertThat(StreamIdText.read(text)).contains(new StreamId(UUID.fromString(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "a1b2c3d-0000-4000-8000-00000000000f",
                "0a1b2c3d00004000800000000000000f",
                "0a1b2c3d-00004-000-8000-00000000000f",
                "{0a1b2c3d-0000-4000-8000-00000000000f}",
                "0a1b2c3d-0000-4000-8000-00000000000g",
                "0a1b2c3d-0000-4000-8000-00000000000f ",
                "０a1b2c3d-0000-4000-8000-00000000000f",
                "+a1b2c3d-0000-4000-8000-00000000000f",
                "000000000a1b2c3d-0000-4000-8000-00000000000f"
            })
    void anything_else_is_none(String text) {
        assertThat(StreamIdText.read(text)).isEmpty();
    }
}
