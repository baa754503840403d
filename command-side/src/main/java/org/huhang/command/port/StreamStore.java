package org.huhang.command.port;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;

/** Cases as commands need them: known in order to decide, and settled once decided. */
public interface StreamStore {

    /**
     * Told before anything is looked at, so that a store that keeps two callers with one key apart by a lock can do so.
     *
     * @return the answer the key already has, where finding it costs nothing extra; else {@link #settle} finds it
     * @throws org.huhang.kernel.refusal.Refused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     */
    Optional<Answer> begin(IdempotencyKey key);

    /**
     * The answer the key already has.
     *
     * @throws org.huhang.kernel.refusal.Refused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     */
    Optional<Answer> answered(IdempotencyKey key);

    /**
     * The aggregate, before its beginning where nothing is known under {@code id}. It may be remembered from before and behind the log;
     * facts decided on such a state meet {@link Settlement.Overtaken}.
     */
    StreamState load(StreamId id, StreamKind kind);

    /**
     * An aggregate that is begun under an id just made up: taken to be unknown without asking. Where that is wrong, its facts
     * meet {@link Settlement.Overtaken} and the next {@link #load} tells.
     */
    StreamState unheardOf(StreamId id, StreamKind kind);

    /** @return whether it was remembered, so that loading it again may show something else */
    boolean forget(StreamId id);

    /**
     * Makes a decision true, whole or not at all: facts, identity index and receipt. A refusal leaves nothing; but where its
     * key has an answer, that is given. What completes with
     * {@link Settlement.Answered} is on disk.
     *
     * @return completes exceptionally when it is not known to be settled: with {@link Unavailable}, or a fault
     */
    CompletableFuture<Settlement> settle(Change change);
}
