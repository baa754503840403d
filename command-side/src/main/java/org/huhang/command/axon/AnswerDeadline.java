package org.huhang.command.axon;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends waits that have lasted too long. All are allowed the same time, so the oldest ends first: one thread that looks at
 * the oldest now and then, where a timer for each would cost more than some commands.
 */
final class AnswerDeadline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDeadline.class);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private record Waiting(CompletableFuture<?> answer, long since) {

        void end() {
            if (!answer.isDone()) {
                answer.completeExceptionally(Unavailable.outcomeUnknown());
            }
        }
    }

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final Duration longest;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("answer-deadline").daemon().factory());

    AnswerDeadline(Duration longest) {
        this.longest = longest;
        clock.scheduleWithFixedDelay(this::look, GLANCE.toNanos(), GLANCE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The answer, or {@code OUTCOME_UNKNOWN} when it is not there in time or up to 50 ms later. */
    <T> CompletableFuture<T> with(CompletableFuture<T> answer) {
        CompletableFuture<T> awaited = answer.copy();
        Waiting one = new Waiting(awaited, System.nanoTime());
        waiting.add(one);
        if (clock.isShutdown()) {
            one.end();
        }
        return awaited;
    }

    /** For who still waits it is over. */
    @Override
    public void close() {
        clock.shutdownNow();
        waiting.forEach(Waiting::end);
    }

    /** Whatever happens, the next look is taken. */
    private void look() {
        try {
            endTheOldest();
        } catch (RuntimeException | Error fault) {
            LOG.error(
                    "Waits that have lasted too long were not ended: {}",
                    fault.getClass().getName());
        }
    }

    private void endTheOldest() {
        long now = System.nanoTime();
        for (Waiting oldest = waiting.peek(); oldest != null; oldest = waiting.peek()) {
            boolean tooLong = now - oldest.since() >= longest.toNanos();
            if (!oldest.answer().isDone() && !tooLong) {
                return;
            }
            waiting.remove();
            oldest.end();
        }
    }
}
