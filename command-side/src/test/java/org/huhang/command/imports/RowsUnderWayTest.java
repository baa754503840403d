package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RowsUnderWayTest {

    @Test
    void rows_are_carried_at_once_and_told_in_their_order() {
        CountDownLatch all = new CountDownLatch(100);
        try (RowsUnderWay rows = new RowsUnderWay()) {
            for (int row = 1; row <= 100; row++) {
                rows.start(List.of("child " + row), told(row, all));
            }
            assertThat(IntStream.rangeClosed(1, 100).mapToObj(_ -> rows.take().row()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(rows.isEmpty()).isTrue();
            assertThat(rows.yields()).isFalse();
        }
    }

    @Test
    void a_row_that_may_be_of_the_same_child_waits_until_the_one_before_is_through() {
        AtomicBoolean through = new AtomicBoolean();
        try (RowsUnderWay rows = new RowsUnderWay()) {
            rows.start(List.of("card", "name"), () -> {
                Thread.sleep(200);
                through.set(true);
                return result(1);
            });
            rows.start(List.of("other card", "name"), () -> {
                assertThat(through).isTrue();
                return result(2);
            });
            assertThat(rows.take().row()).isEqualTo(1);
            assertThat(rows.take().row()).isEqualTo(2);
        }
    }

    @Test
    void there_are_never_more_than_so_many_of_them() {
        CountDownLatch held = new CountDownLatch(1);
        try (RowsUnderWay rows = new RowsUnderWay()) {
            int started = 0;
            while (!rows.yields() && started < 10_000) {
                started++;
                rows.start(List.of(), heldBy(held, started));
            }
            assertThat(started).isBetween(2, 1000);
            held.countDown();
        }
    }

    @Test
    void what_a_row_throws_is_thrown_when_its_turn_comes() {
        try (RowsUnderWay rows = new RowsUnderWay()) {
            rows.start(List.of(), () -> result(1));
            rows.start(List.of(), () -> {
                throw new IllegalStateException("no answer");
            });
            assertThat(rows.take().row()).isEqualTo(1);
            assertThatThrownBy(rows::take)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no answer");
        }
    }

    /** Comes through only when all of them have started. */
    private static Callable<RowResult> told(int row, CountDownLatch all) {
        return () -> {
            all.countDown();
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            return result(row);
        };
    }

    private static Callable<RowResult> heldBy(CountDownLatch held, int row) {
        return () -> {
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            return result(row);
        };
    }

    private static RowResult result(long row) {
        return RowResult.refused(row, List.of());
    }
}
