package org.huhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huhang.kernel.table.UnreadableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyBookTest {

    @TempDir
    Path folder;

    @Test
    void an_empty_folder_leaves_every_shipped_table_in_force() {
        PolicyBook book = PolicyBook.from(folder);
        PolicyBook shipped = PolicyBook.published();
        assertThat(book.screening()).isEqualTo(shipped.screening());
        assertThat(book.visits().editions()).isEqualTo(shipped.visits().editions());
        assertThat(book.temporaryCare().editions())
                .isEqualTo(shipped.temporaryCare().editions());
        assertThat(book.centralUrban()).isSameAs(shipped.centralUrban());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "screening-editions.tsv | NATIONAL-2024:valid-from | 2024-02-30 | a date like 2024-08-01",
                "screening-editions.tsv | NATIONAL-2024:age-below | sixteen | a whole number",
                "screening-editions.tsv | NATIONAL-2024:parents-away | not asked | must be \"asked\"",
                "screening-editions.tsv | NATIONAL-2024:rural-household | yes | \"asked\" or \"not asked\"",
                "screening-editions.tsv | NINGXIA-2024:area | Ningxia | a division of 6 digits",
                "screening-editions.tsv | NINGXIA-2024:valid-until | 2023-01-01 | ends before it begins",
                "screening-editions.tsv | NINGXIA-2024:absence-counted-from | CHRISTMAS | DEPARTURE, LAST_VISIT_HOME",
                "visit-cadence.tsv | VISITS-2024:low-risk-every | a quarter | a period like",
                "visit-cadence.tsv | VISITS-2024:high-risk-every | 0 days | a period like",
                "visit-cadence.tsv | VISITS-2024:vulnerable-grounds | HARDSHIP,LUCK | HARDSHIP, DISABILITY",
                "visit-cadence.tsv | VISITS-2026:valid-from | 2024-08-01 | already valid from 2024-08-01",
                "temporary-care.tsv | TEMPORARY-CARE-2026:review-every | none | a period like",
                "child-ages.tsv | CHILD-AGES-2021:child-below | 18 years | a whole number",
            })
    void a_wrong_value_is_told_with_file_and_line(String file, String where, String value, String reason) {
        int line = Tables.withLine(folder, file, where.replace(':', '\t') + "\t", value);
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageStartingWith(file + ", line " + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void a_missing_parameter_is_named_with_its_edition() {
        refused(
                Tables.shipped("child-ages.tsv").stream()
                        .filter(line -> !line.contains("own-view-from\t"))
                        .toList(),
                "edition CHILD-AGES-2021 lacks own-view-from");
    }

    @Test
    void a_doubled_parameter_is_told_with_both_lines() {
        List<String> lines = Tables.shipped("child-ages.tsv");
        refused(
                Stream.concat(lines.stream(), Stream.of(lines.getLast())).toList(),
                "already stands on line " + lines.size());
    }

    @Test
    void a_parameter_nobody_knows_is_refused() {
        refused(
                Stream.concat(
                                Tables.shipped("child-ages.tsv").stream(),
                                Stream.of("CHILD-AGES-2021\tretires-at\t60\tnone"))
                        .toList(),
                "retires-at is no parameter");
    }

    @Test
    void a_line_without_legal_basis_is_refused() {
        refused(
                List.of("edition\tparameter\tvalue\tlegal basis", "CHILD-AGES-2021\tchild-below\t18\t"),
                "legal basis is empty");
    }

    @Test
    void a_table_without_an_edition_is_refused() {
        refused(List.of("edition\tparameter\tvalue\tlegal basis"), "holds no edition");
    }

    @Test
    void a_table_under_a_mistyped_name_is_not_passed_over_in_silence() {
        Tables.write(folder, "child-age.tsv", Tables.shipped("child-ages.tsv"));
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("child-age.tsv")
                .hasMessageContaining("child-ages.tsv");
    }

    @Test
    void a_table_in_another_encoding_is_told() throws IOException {
        Files.write(folder.resolve("child-ages.tsv"), "edition\t儿童".getBytes("GB18030"));
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("cannot be read as UTF-8 text");
    }

    @Test
    void a_folder_that_is_none_is_told() {
        assertThatThrownBy(() -> PolicyBook.from(folder.resolve("nowhere")))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("is it a folder?");
    }

    @Test
    void two_editions_of_one_area_may_not_be_in_force_at_once() {
        Tables.withLine(folder, "screening-editions.tsv", "NINGXIA-2024\tarea\t", "nationwide");
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("NATIONAL-2024 and NINGXIA-2024 are in force at the same time");
    }

    @Test
    void the_nation_must_always_have_an_edition_in_force() {
        Tables.withLine(folder, "screening-editions.tsv", "NATIONAL-2024\tvalid-until\t", "2030-12-31");
        assertThatThrownBy(() -> PolicyBook.from(folder)).hasMessageContaining("one must be in force");
    }

    private void refused(List<String> childAges, String reason) {
        Tables.write(folder, "child-ages.tsv", childAges);
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageMatching("(?s)child-ages.tsv, line [0-9]+: .*")
                .hasMessageContaining(reason);
    }
}
