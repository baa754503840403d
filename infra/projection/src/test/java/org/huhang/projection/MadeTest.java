package org.huhang.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.PublishedDivisions;
import org.junit.jupiter.api.Test;

class MadeTest {

    private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");

    @Test
    void rows_by_tables_gone_by_before_give_way_and_those_of_a_later_revision_never() {
        Made rows = new Made(2, new RowBasis("a", NOON));
        assertThat(rows.isBefore(new Made(2, new RowBasis("b", NOON.plusSeconds(1)))))
                .isTrue();
        assertThat(rows.isBefore(new Made(2, new RowBasis("b", NOON.minusSeconds(1)))))
                .isFalse();
        assertThat(rows.isBefore(new Made(2, new RowBasis("a", NOON.plusSeconds(1)))))
                .isFalse();
        assertThat(rows.isBefore(new Made(1, new RowBasis("b", NOON.plusSeconds(1)))))
                .isFalse();
        assertThat(rows.isBefore(new Made(3, new RowBasis("a", NOON.minusSeconds(1)))))
                .isTrue();
        assertThat(new Made(2, RowBasis.NONE).isBefore(rows))
                .as("rows from before this was kept")
                .isTrue();
    }

    @Test
    void of_two_processes_with_different_tables_at_most_one_makes_the_others_rows_anew() {
        List<Made> all = List.of(
                new Made(1, new RowBasis("a", NOON)),
                new Made(1, new RowBasis("b", NOON)),
                new Made(1, new RowBasis("b", NOON.plusSeconds(1))),
                new Made(2, new RowBasis("a", NOON.plusSeconds(2))));
        for (Made one : all) {
            for (Made other : all) {
                assertThat(one.isBefore(other) && other.isBefore(one)).isFalse();
            }
        }
    }

    @Test
    void tables_that_answer_the_same_are_the_same_and_those_come_back_to_are_later() {
        Divisions shipped = PublishedDivisions.at(LocalDate.parse("2026-11-29"));
        AtomicReference<Divisions> newest = new AtomicReference<>(shipped);
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        RowBasisInForce places = new RowBasisInForce(() -> newest.get().fingerprint(), now::get);
        RowBasis first = places.now();

        now.set(NOON.plusSeconds(60));
        newest.set(PublishedDivisions.at(LocalDate.parse("2026-11-30")));
        assertThat(places.now()).isEqualTo(first);

        newest.set(PublishedDivisions.at(LocalDate.parse("2025-11-05")));
        assertThat(places.now()).isNotEqualTo(first);
        now.set(NOON.plusSeconds(120));
        newest.set(shipped);
        assertThat(places.now()).isEqualTo(new RowBasis(first.fingerprint(), NOON.plusSeconds(120)));
    }
}
