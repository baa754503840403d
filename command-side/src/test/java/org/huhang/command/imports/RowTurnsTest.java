package org.huhang.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RowTurnsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final AtomicInteger most = new AtomicInteger(1);
    private final List<Duration> rested = new ArrayList<>();
    private boolean rests;
    private final RowTurns turns = new RowTurns(() -> new RowTurns.Pace(most.get(), rests), this::rest);
    private final List<String> served = Collections.synchronizedList(new ArrayList<>());

    @Test
    void counties_take_turns_however_many_lists_they_have() throws Exception {
        ImportJob alone = Jobs.of("640121", "z", 9);
        List<Thread> all = listsWaitFor(Map.of(
                "A1", Jobs.of("330109", "a", 1),
                "A2", Jobs.of("330109", "b", 2),
                "A3", Jobs.of("330109", "c", 3),
                "B", alone));

        serveAll(all);

        assertThat(served.subList(0, 4)).containsExactly("A1", "B", "A2", "B");
        assertThat(served.subList(4, 6)).containsExactly("A3", "B");
    }

    @Test
    void within_a_county_accounts_take_turns_and_an_accounts_lists_go_in_the_order_in_which_they_came()
            throws Exception {
        List<Thread> all = listsWaitFor(Map.of(
                "a1", Jobs.of("330109", "a", 1),
                "a2", Jobs.of("330109", "a", 2),
                "b", Jobs.of("330109", "b", 3)));

        serveAll(all);

        assertThat(served).containsExactly("a1", "b", "a1", "b", "a1", "b", "a2", "a2", "a2");
    }

    @Test
    void no_more_are_under_way_than_may_be_and_who_has_waited_enough_is_told_so() {
        most.set(2);
        ImportJob job = Jobs.of("330109", "a", 1);
        assertThat(turns.take(job, LONG)).isTrue();
        assertThat(turns.take(job, LONG)).isTrue();
        assertThat(turns.take(job, Duration.ofMillis(20))).isFalse();
        assertThat(turns.waiting()).isZero();
        turns.giveBack(Duration.ZERO);
        assertThat(turns.take(job, LONG)).isTrue();
    }

    @Test
    void fewer_are_begun_once_fewer_may_be() {
        most.set(3);
        ImportJob job = Jobs.of("330109", "a", 1);
        for (int row = 0; row < 3; row++) {
            assertThat(turns.take(job, LONG)).isTrue();
        }
        most.set(1);
        turns.giveBack(Duration.ZERO);
        turns.giveBack(Duration.ZERO);
        assertThat(turns.take(job, Duration.ofMillis(20))).isFalse();
        turns.giveBack(Duration.ZERO);
        assertThat(turns.take(job, LONG)).isTrue();
    }

    @Test
    void beside_others_a_place_stays_empty_for_as_long_as_its_row_took_but_not_for_long() {
        rests = true;
        ImportJob job = Jobs.of("330109", "a", 1);
        for (Duration took : List.of(Duration.ofMillis(3), Duration.ofSeconds(5))) {
            assertThat(turns.take(job, LONG)).isTrue();
            turns.giveBack(took);
        }
        assertThat(rested).containsExactly(Duration.ofMillis(3), Duration.ofMillis(100));
        rests = false;
        assertThat(turns.take(job, LONG)).isTrue();
        turns.giveBack(Duration.ofMillis(3));
        assertThat(rested).hasSize(2);
    }

    @Test
    void who_is_interrupted_takes_no_place_with_them() throws Exception {
        ImportJob job = Jobs.of("330109", "a", 1);
        assertThat(turns.take(job, LONG)).isTrue();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread gone = Thread.ofPlatform()
                .uncaughtExceptionHandler((_, failure) -> thrown.set(failure))
                .start(() -> turns.take(job, LONG));
        while (turns.waiting() == 0) {
            Thread.onSpinWait();
        }
        gone.interrupt();
        gone.join();
        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
        assertThat(turns.waiting()).isZero();
        turns.giveBack(Duration.ZERO);
        assertThat(turns.take(job, LONG)).isTrue();
    }

    /** Nobody gets the place meanwhile. */
    private void rest(long nanos) {
        assertThat(turns.take(Jobs.of("330109", "b", 2), Duration.ofMillis(1))).isFalse();
        rested.add(Duration.ofNanos(nanos));
    }

    /** Three rows each, while the one place is held. */
    private List<Thread> listsWaitFor(Map<String, ImportJob> jobs) {
        assertThat(turns.take(Jobs.of("110101", "nobody", 0), LONG)).isTrue();
        List<Thread> all = new ArrayList<>();
        new HashMap<>(jobs)
                .forEach((name, job) -> all.add(Thread.ofVirtual().start(() -> {
                    for (int row = 0; row < 3; row++) {
                        if (turns.take(job, LONG)) {
                            served.add(name);
                            // Given back once this list, too, waits again: then all of them wait at each turn.
                            Thread.ofVirtual().start(() -> givenBackWhenAllWait(jobs.size()));
                        }
                    }
                    jobsThrough.incrementAndGet();
                })));
        return all;
    }

    private final AtomicInteger jobsThrough = new AtomicInteger();

    private void givenBackWhenAllWait(int jobs) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (turns.waiting() < jobs - jobsThrough.get() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000);
        }
        turns.giveBack(Duration.ZERO);
    }

    private void serveAll(List<Thread> all) throws InterruptedException {
        givenBackWhenAllWait(all.size());
        for (Thread list : all) {
            list.join(LONG);
        }
    }
}
