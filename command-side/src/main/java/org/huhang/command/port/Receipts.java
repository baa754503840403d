package org.huhang.command.port;

import java.util.Optional;

/** Answers already given, by idempotency key, kept in the same transaction as the facts they report. Refusals are not kept. */
public interface Receipts extends GivenAnswers {

    /**
     * Claims a key, or gives the answer it already has. A second caller with the same key waits here until the first one's
     * transaction ends.
     *
     * @return the earlier answer; empty when the key is now this caller's
     * @throws org.huhang.kernel.refusal.Refused {@code IDEMPOTENCY_KEY_REUSED} when the key was used for another request
     */
    Optional<Answer> claim(IdempotencyKey key);

    void keep(IdempotencyKey key, Answer.Done answer);
}
