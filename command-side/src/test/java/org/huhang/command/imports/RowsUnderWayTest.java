package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RowsUnderWayTest {

    @Test
    void rows_are_carried_at_once_and_told_in_their_order() {
        CountDownLatch all = new CountDownLatch(100);
        try (RowsUnderWay rows = rows()) {
            for (int row = 1; row <= 100; row++) {
                rows.start(List.of("child " + row), row, told(row, all));
            }
            assertThat(IntStream.rangeClosed(1, 100)
                            .mapToObj(_ -> rows.take().result().row()))
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
        try (RowsUnderWay rows = rows()) {
            rows.start(List.of("card", "name"), 1, () -> {
                Thread.sleep(200);
                through.set(true);
                return result(1);
            });
            rows.start(List.of("other card", "name"), 2, () -> {
                assertThat(through).isTrue();
                return result(2);
            });
            assertThat(rows.take().result().row()).isEqualTo(1);
            assertThat(rows.take().result().row()).isEqualTo(2);
        }
    }

    @Test
    void there_are_never_more_than_so_many_of_them() {
        CountDownLatch held = new CountDownLatch(1);
        try (RowsUnderWay rows = rows()) {
            int started = 0;
            while (!rows.yields() && started < 10_000) {
                started++;
                rows.start(List.of(), started, heldBy(held, started));
            }
            assertThat(started).isBetween(2, 1000);
            held.countDown();
        }
    }

    @Test
    void what_a_row_throws_is_thrown_when_its_turn_comes() {
        try (RowsUnderWay rows = rows()) {
            rows.start(List.of(), 10, () -> result(1));
            rows.start(List.of(), 20, () -> {
                throw new IllegalStateException("no answer");
            });
            assertThat(rows.take().result().row()).isEqualTo(1);
            assertThatThrownBy(rows::take)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no answer");
        }
    }

    @Test
    void after_a_row_that_failed_none_is_started_and_those_before_it_are_still_told() {
        try (RowsUnderWay rows = rows()) {
            rows.start(List.of("card"), 10, () -> result(1));
            rows.start(List.of("other card"), 20, () -> {
                throw new IllegalStateException("no answer");
            });
            // Waits for the one that fails, as of perhaps the same child.
            assertThat(rows.start(List.of("other card"), 30, () -> result(3))).isFalse();
            assertThat(rows.yields()).isTrue();
            assertThat(rows.take().readTo()).isEqualTo(10);
            assertThatThrownBy(rows::take).hasMessage("no answer");
        }
    }

    @Test
    void a_row_of_another_list_waits_too_where_it_may_be_of_the_same_child() {
        ChildrenUnderWay children = new ChildrenUnderWay();
        AtomicBoolean through = new AtomicBoolean();
        try (RowsUnderWay here = new RowsUnderWay(
                        job(), new RowTurns(() -> new RowTurns.Pace(100, false), LockSupport::parkNanos), children);
                RowsUnderWay there = new RowsUnderWay(
                        job(), new RowTurns(() -> new RowTurns.Pace(100, false), LockSupport::parkNanos), children)) {
            here.start(List.of("card"), 1, () -> {
                Thread.sleep(200);
                through.set(true);
                return result(1);
            });
            there.start(List.of("card"), 1, () -> {
                assertThat(through).isTrue();
                return result(1);
            });
            assertThat(there.take().result().row()).isEqualTo(1);
        }
    }

    private static RowsUnderWay rows() {
        return new RowsUnderWay(
                job(),
                new RowTurns(() -> new RowTurns.Pace(1000, false), LockSupport::parkNanos),
                new ChildrenUnderWay());
    }

    private static ImportJob job() {
        return Jobs.of("330109", "officer", 0);
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
