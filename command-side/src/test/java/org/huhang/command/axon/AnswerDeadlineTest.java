package org.huhang.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.refusal.RefusalCode;
import org.junit.jupiter.api.Test;

class AnswerDeadlineTest {

    @Test
    void a_wait_ends_when_it_has_lasted_too_long_and_no_sooner() throws Exception {
        CompletableFuture<String> never = new CompletableFuture<>();
        CompletableFuture<String> soon = new CompletableFuture<>();
        try (AnswerDeadline deadline = new AnswerDeadline(Duration.ofMillis(300))) {
            long start = System.nanoTime();
            CompletableFuture<String> first = deadline.with(never);
            CompletableFuture<String> second = deadline.with(soon);
            soon.complete("here");

            assertThat(second.get(1, TimeUnit.SECONDS)).isEqualTo("here");
            assertUnknown(first);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(never).as("goes on for others").isNotDone();
        }
    }

    @Test
    void nobody_waits_beyond_the_end() {
        AnswerDeadline deadline = new AnswerDeadline(Duration.ofDays(1));
        CompletableFuture<String> answer = deadline.with(new CompletableFuture<>());

        deadline.close();

        assertUnknown(answer);
        assertUnknown(deadline.with(new CompletableFuture<>()));
    }

    private static void assertUnknown(CompletableFuture<String> answer) {
        assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.refusal().code()).isEqualTo(RefusalCode.OUTCOME_UNKNOWN));
    }
}
