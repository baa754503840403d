package org.huhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void a_wait_ends_when_it_has_lasted_too_long_and_no_sooner() throws Exception {
        CompletableFuture<String> never = new CompletableFuture<>();
        CompletableFuture<String> soon = new CompletableFuture<>();
        try (Patience patience = new Patience(Duration.ofMillis(300))) {
            long start = System.nanoTime();
            CompletableFuture<String> first = patience.with(never);
            CompletableFuture<String> second = patience.with(soon);
            soon.complete("here");

            assertThat(second.get(1, TimeUnit.SECONDS)).isEqualTo("here");
            assertUnknown(first);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(never).as("goes on for others").isNotDone();
        }
    }

    @Test
    void nobody_waits_beyond_the_end() {
        Patience patience = new Patience(Duration.ofDays(1));
        CompletableFuture<String> answer = patience.with(new CompletableFuture<>());

        patience.close();

        assertUnknown(answer);
        assertUnknown(patience.with(new CompletableFuture<>()));
    }

    private static void assertUnknown(CompletableFuture<String> answer) {
        assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.refusal().code()).isEqualTo(RefusalCode.OUTCOME_UNKNOWN));
    }
}
