package org.huhang.log.axonserver;

import java.time.Duration;
import java.util.Optional;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.stream.StreamId;

/**
 * What became of an idempotency key. Its receipt tells; and where facts carry its mark, the receipt is as good as written,
 * so it is waited for.
 */
final class Keys {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Marks marks;
    private final ServerReceipts receipts;
    private final RememberedStreams cases;
    private final ServerStreams streams;

    Keys(Marks marks, ServerReceipts receipts, RememberedStreams cases, ServerStreams streams) {
        this.marks = marks;
        this.receipts = receipts;
        this.cases = cases;
        this.streams = streams;
    }

    Mark mark(IdempotencyKey key) {
        return marks.of(key);
    }

    Optional<Answer> answered(IdempotencyKey key) {
        return receipts.find(mark(key));
    }

    /** The answer that the key had before {@code change}, which has seen all that came of it. */
    Optional<Answer> answered(Mark mark, Change change) {
        Optional<Answer> known = receipts.find(mark);
        return known.isPresent() || !cases.cameFrom(mark, change) ? known : Optional.of(awaited(mark));
    }

    /** The answer, where it was this very key that opened the case first. */
    Optional<Answer> opened(Mark mark, Change change) {
        StreamId id = change.parts().getFirst().stream();
        boolean ours = change.parts().getFirst().expectedVersion() < 0
                && streams.of(id, 0).stream()
                        .limit(1)
                        .flatMap(fact -> fact.trace().keyed().stream())
                        .anyMatch(keyed -> keyed.mark().key().equals(mark.key()));
        return ours ? Optional.of(awaited(mark)) : Optional.empty();
    }

    private Answer awaited(Mark mark) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            while (System.nanoTime() - deadline < 0) {
                Optional<Answer> answer = receipts.find(mark);
                if (answer.isPresent()) {
                    return answer.get();
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Unavailable.outcomeUnknown();
    }
}
