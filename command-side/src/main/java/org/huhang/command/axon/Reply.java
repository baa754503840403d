package org.huhang.command.axon;

import java.util.concurrent.CompletableFuture;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Outcome;

/** What the handler gives back over the bus, at once: the outcome follows when the log has it. Never leaves the process. */
record Reply(CompletableFuture<Outcome> outcome) {

    static Reply with(Answer answer) {
        return new Reply(CompletableFuture.completedFuture(new Outcome.Answered(answer)));
    }
}
