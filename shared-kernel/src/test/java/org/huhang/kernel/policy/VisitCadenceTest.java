package org.huhang.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.huhang.kernel.table.UnreadableTable;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitCadenceTest {

    private static final Set<KeyCareGround> HARDSHIP = Set.of(KeyCareGround.HARDSHIP);

    @ParameterizedTest
    @CsvSource({
        // by risk alone
        "HIGH,   2025-03-01, 2025-03-08, VISITS-2024",
        "MEDIUM, 2025-03-01, 2025-03-31, VISITS-2024",
        "LOW,    2025-03-01, 2025-05-30, VISITS-2024",
        // before the first edition
        "LOW,    2023-03-01, 2023-05-30, VISITS-2024",
        // never longer than the monthly ceiling, which is shorter than 30 days in February
        "LOW,    2026-06-15, 2026-07-15, VISITS-2026",
        "MEDIUM, 2027-02-10, 2027-03-10, VISITS-2026",
        "HIGH,   2026-06-15, 2026-06-22, VISITS-2026",
        // the ceiling begins before the visit would fall due
        "LOW,    2026-05-10, 2026-06-30, VISITS-2026",
        "LOW,    2026-05-29, 2026-06-30, VISITS-2026",
        "LOW,    2026-05-30, 2026-06-30, VISITS-2026",
        "LOW,    2026-04-01, 2026-06-30, VISITS-2024",
        "LOW,    2026-03-31, 2026-06-29, VISITS-2024",
    })
    void the_next_visit_is_due_by_risk_and_never_later_than_the_nation_asks(
            RiskLevel risk, LocalDate last, LocalDate due, String edition) {
        VisitCadence.VisitDue next = PolicyBook.published().visits().nextVisitDue(risk, HARDSHIP, last);
        assertThat(next.by()).isEqualTo(due);
        assertThat(next.edition().name()).isEqualTo(edition);
    }

    @Test
    void a_ceiling_for_some_grounds_leaves_children_listed_on_others_to_their_risk(@TempDir Path folder) {
        Tables.withLine(folder, VisitCadence.FILE, "VISITS-2026\tvulnerable-grounds\t", "HARDSHIP, VAGRANCY");
        VisitCadence visits = PolicyBook.from(folder).visits();
        LocalDate last = LocalDate.parse("2026-06-15");
        assertThat(visits.nextVisitDue(RiskLevel.LOW, HARDSHIP, last).by()).isEqualTo("2026-07-15");
        assertThat(visits.nextVisitDue(RiskLevel.LOW, Set.of(KeyCareGround.DISABILITY), last)
                        .by())
                .isEqualTo("2026-09-13");
    }

    @Test
    void a_county_cannot_stretch_an_interval_over_the_ceiling_of_all(@TempDir Path folder) {
        Tables.withLine(folder, VisitCadence.FILE, "VISITS-2024\tlow-risk-every\t", "400 days");
        assertThat(PolicyBook.from(folder)
                        .visits()
                        .nextVisitDue(RiskLevel.LOW, HARDSHIP, LocalDate.parse("2025-01-31"))
                        .by())
                .isEqualTo("2025-07-31");
    }

    @Test
    void three_attempts_call_for_a_search_unless_the_county_asks_for_another_number(@TempDir Path folder) {
        LocalDate day = LocalDate.parse("2025-03-01");
        assertThat(PolicyBook.published().visits().on(day).searchAfter().value())
                .isEqualTo(3);
        Tables.withLine(folder, VisitCadence.FILE, "VISITS-2024\tsearch-after-attempts\t", "2");
        assertThat(PolicyBook.from(folder).visits().on(day).searchAfter().value())
                .isEqualTo(2);
    }

    @Test
    void a_table_of_before_attempts_were_counted_is_refused_with_what_it_lacks(@TempDir Path folder) {
        Tables.write(
                folder,
                VisitCadence.FILE,
                Tables.shipped(VisitCadence.FILE).stream()
                        .filter(line -> !line.contains("\tsearch-after-attempts\t"))
                        .toList());
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("edition VISITS-2024 lacks search-after-attempts");
    }

    @Test
    void no_attempt_at_all_calls_for_no_search(@TempDir Path folder) {
        Tables.withLine(folder, VisitCadence.FILE, "VISITS-2026\tsearch-after-attempts\t", "0");
        assertThatThrownBy(() -> PolicyBook.from(folder))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("the least is 1");
    }
}
