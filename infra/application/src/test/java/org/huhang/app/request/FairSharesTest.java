package org.huhang.app.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.huhang.app.request.FairShares.Turn;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class FairSharesTest {

    /** What is to be done, and after which time. */
    private record Later(Duration time, Runnable task) {}

    private final AtomicLong now = new AtomicLong();
    private final Deque<Later> later = new ArrayDeque<>();
    private FairShares shares = waitingFor(Duration.ofMillis(50));

    @Test
    void who_does_much_more_than_others_is_carried_one_at_a_time() throws Exception {
        busyAndLight();

        Turn first = shares.take("busy");
        Later inAnyCase = later.remove();
        waitsInVain("busy");
        first.end(0);

        Turn second = shares.take("busy");
        inAnyCase.task().run();
        waitsInVain("busy");
        second.end(0);
    }

    @ParameterizedTest
    @CsvSource({"40, 10, 30", "900, 0, 100"})
    void while_more_of_theirs_wait_there_is_a_rest_as_long_as_it_took_but_none_for_long(
            long took, long idle, long rests) throws Exception {
        shares = waitingFor(Duration.ofSeconds(10));
        busyAndLight();
        Turn first = shares.take("busy");
        later.clear();
        CompletableFuture<Turn> next = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                next.complete(shares.take("busy"));
            } catch (InterruptedException | Refused e) {
                next.completeExceptionally(e);
            }
        });
        while (waiting.getState() != Thread.State.TIMED_WAITING && waiting.isAlive()) {
            Thread.onSpinWait();
        }

        pass(Duration.ofMillis(took));
        first.end(Duration.ofMillis(idle).toNanos());
        assertThat(later.getFirst().time()).isEqualTo(Duration.ofMillis(rests));
        assertThat(next).isNotDone();
        later.remove().task().run();
        next.get(10, TimeUnit.SECONDS).end(0);
    }

    @Test
    void what_takes_long_lets_the_next_go_on_beside_it() throws Exception {
        busyAndLight();

        Turn slow = shares.take("busy");
        assertThat(later.getFirst().time()).isEqualTo(Duration.ofSeconds(1));
        later.remove().task().run();
        Turn next = shares.take("busy");
        slow.end(0);
        waitsInVain("busy");
        next.end(0);
    }

    @Test
    void nobody_else_waits() throws Exception {
        busyAndLight();

        Turn busy = shares.take("busy");
        later.clear();
        List<Turn> others = new ArrayList<>();
        for (int request = 0; request < 8; request++) {
            others.add(shares.take("light"));
        }
        others.forEach(turn -> turn.end(0));
        assertThat(later).isEmpty();
        busy.end(0);
    }

    private void waitsInVain(String caller) {
        assertThatThrownBy(() -> shares.take(caller))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.TOO_MANY_REQUESTS));
    }

    @Test
    void whoever_is_alone_waits_for_nobody() throws Exception {
        work("busy", 200, Duration.ofMillis(50));

        atOnce("busy", 200);
    }

    @Test
    void where_all_do_much_nobody_is_heavy() throws Exception {
        for (int round = 0; round < 20; round++) {
            for (String caller : List.of("a", "b", "c", "d")) {
                work(caller, 4, Duration.ofMillis(20));
            }
        }

        atOnce("a", 8);
    }

    @Test
    void a_burst_is_heavy_before_it_has_ended() throws Exception {
        work("light", 4, Duration.ofMillis(1));
        work("sudden", 1, Duration.ofMillis(1));
        pass(Duration.ofSeconds(1));
        work("light", 1, Duration.ofMillis(1));

        List<Turn> burst = new ArrayList<>();
        for (int request = 0; request < 9; request++) {
            burst.add(shares.take("sudden"));
        }
        waitsInVain("sudden");
        burst.forEach(turn -> turn.end(0));
        later.clear();
    }

    @Test
    void where_all_have_many_under_way_nobody_is_heavy() throws Exception {
        work("a", 1, Duration.ofMillis(1));
        work("b", 1, Duration.ofMillis(1));
        pass(Duration.ofSeconds(1));

        List<Turn> all = new ArrayList<>();
        for (int request = 0; request < 40; request++) {
            all.add(shares.take(request % 2 == 0 ? "a" : "b"));
        }
        all.forEach(turn -> turn.end(0));
        assertThat(later).isEmpty();
    }

    @Test
    void time_in_which_a_caller_wanted_to_wait_is_not_counted() throws Exception {
        for (int request = 0; request < 100; request++) {
            Turn turn = shares.take("patient");
            pass(Duration.ofSeconds(1));
            turn.end(Duration.ofSeconds(1).toNanos());
        }
        work("light", 2, Duration.ofMillis(1));
        pass(Duration.ofMillis(300));
        work("light", 1, Duration.ofMillis(1));

        atOnce("patient", 8);
    }

    @Test
    void who_has_become_quiet_is_heavy_no_more_and_forgotten_in_the_end() throws Exception {
        busyAndLight();
        pass(Duration.ofSeconds(20));
        work("light", 1, Duration.ofMillis(1));

        atOnce("busy", 8);

        pass(Duration.ofMinutes(2));
        work("light", 1, Duration.ofMillis(1));
        assertThat(shares.callers()).isEqualTo(1);
    }

    private FairShares waitingFor(Duration longest) {
        return new FairShares(now::get, (time, task) -> later.add(new Later(time, task)), longest);
    }

    private void busyAndLight() throws InterruptedException {
        work("busy", 100, Duration.ofMillis(50));
        work("light", 2, Duration.ofMillis(1));
        pass(Duration.ofMillis(300));
        work("light", 1, Duration.ofMillis(1));
    }

    private void work(String caller, int requests, Duration each) throws InterruptedException {
        for (int request = 0; request < requests; request++) {
            Turn turn = shares.take(caller);
            pass(each);
            turn.end(0);
        }
    }

    /** None of them waits for another. */
    private void atOnce(String caller, int requests) throws InterruptedException {
        List<Turn> all = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            all.add(shares.take(caller));
        }
        all.forEach(turn -> turn.end(0));
        assertThat(later).isEmpty();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
