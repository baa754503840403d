package org.huhang.log.axonserver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;

/**
 * Cases in Axon Server. The facts of a command are one transaction there; what PostgreSQL keeps beside them is claimed
 * before or follows after, and is found out again from the facts when a process dies in between.
 */
final class ServerStreamStore implements StreamStore, AutoCloseable {

    private static final Duration LONGEST_CATCHING_UP = Duration.ofSeconds(5);

    private final RememberedStreams cases;
    private final Preparation preparation;
    private final Keys keys;
    private final Appends appends;
    private final LogFollower follower;
    private final Semaphore underWay;
    private final ExecutorService after = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("appended-", 1).factory());

    /** @param most commands that may be under way at once; one more is refused */
    ServerStreamStore(
            RememberedStreams cases,
            Preparation preparation,
            Keys keys,
            Appends appends,
            LogFollower follower,
            int most) {
        this.cases = cases;
        this.preparation = preparation;
        this.keys = keys;
        this.appends = appends;
        this.follower = follower;
        this.underWay = new Semaphore(most);
    }

    /** Empty: asking costs a query, and is done once there is something to settle. */
    @Override
    public Optional<Answer> begin(IdempotencyKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<Answer> answered(IdempotencyKey key) {
        return keys.answered(key);
    }

    @Override
    public StreamState load(StreamId id, StreamKind kind) {
        return cases.load(id, kind);
    }

    @Override
    public StreamState unheardOf(StreamId id, StreamKind kind) {
        return cases.recall(id).orElseGet(() -> kind.unbegun(id));
    }

    @Override
    public boolean forget(StreamId id) {
        return cases.forget(id);
    }

    @Override
    public CompletableFuture<Settlement> settle(Change change) {
        Optional<Mark> mark = change.key().map(keys::mark);
        Optional<Answer> earlier = mark.flatMap(it -> keys.answered(it, change));
        if (earlier.isPresent()) {
            return CompletableFuture.completedFuture(new Settlement.Answered(earlier.get()));
        }
        if (change.parts().stream().allMatch(part -> part.events().isEmpty())) {
            return CompletableFuture.completedFuture(withoutFacts(change, mark));
        }
        if (!follower.caughtUp(LONGEST_CATCHING_UP)) {
            return CompletableFuture.failedFuture(Unavailable.notRecorded());
        }
        if (!underWay.tryAcquire()) {
            return CompletableFuture.failedFuture(Unavailable.tooManyCommands());
        }
        CompletableFuture<Settlement> settlement;
        try {
            settlement = withFacts(change, mark);
        } catch (RuntimeException e) {
            settlement = CompletableFuture.failedFuture(e);
        }
        return settlement.whenComplete((settled, failed) -> underWay.release());
    }

    @Override
    public void close() {
        after.shutdownNow();
    }

    private Settlement withoutFacts(Change change, Optional<Mark> mark) {
        if (mark.isEmpty()) {
            return new Settlement.Answered(change.answer());
        }
        if (!preparation.stillSo(change)) {
            cases.forget(change);
            return new Settlement.Overtaken();
        }
        return new Settlement.Answered(change.answer());
    }

    private CompletableFuture<Settlement> withFacts(Change asked, Optional<Mark> mark) {
        return switch (preparation.of(asked, mark)) {
            case Preparation.Held _ -> CompletableFuture.completedFuture(new Settlement.DocumentHeld());
            case Preparation.Late _ -> {
                cases.forget(asked);
                yield CompletableFuture.completedFuture(new Settlement.Overtaken());
            }
            case Preparation.Ready ready -> append(ready, mark);
        };
    }

    private CompletableFuture<Settlement> append(Preparation.Ready ready, Optional<Mark> mark) {
        CompletableFuture<Long> followed = follower.followed(ready.command());
        return sent(ready)
                .whenComplete((result, unknown) -> {
                    if (result != Appends.Result.RECORDED) {
                        follower.forget(ready.command());
                        cases.forget(ready.change());
                    }
                })
                .thenComposeAsync(result -> after(result, ready, mark, followed), after);
    }

    private CompletableFuture<Appends.Result> sent(Preparation.Ready ready) {
        try {
            return appends.append(ready.facts());
        } catch (RuntimeException notWritten) {
            follower.forget(ready.command());
            preparation.undo(ready.command());
            throw notWritten;
        }
    }

    private CompletableFuture<Settlement> after(
            Appends.Result result, Preparation.Ready ready, Optional<Mark> mark, CompletableFuture<Long> followed) {
        return switch (result) {
            case RECORDED -> {
                cases.went(ready.change(), mark);
                yield followed.thenApply(position ->
                        new Settlement.Answered(ready.change().answer().at(position)));
            }
            case OVERTAKEN -> {
                preparation.undo(ready.command());
                yield CompletableFuture.completedFuture(mark.flatMap(it -> keys.opened(it, ready.change()))
                        .<Settlement>map(Settlement.Answered::new)
                        .orElseGet(Settlement.Overtaken::new));
            }
            case REFUSED -> {
                preparation.undo(ready.command());
                yield CompletableFuture.failedFuture(Unavailable.notRecorded());
            }
        };
    }
}
