package org.huhang.command.axon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.huhang.kernel.value.CaseId;

/**
 * Lets commands that met on one case go through one at a time, in the order they came, so that none is overtaken for ever.
 * A case that nobody contends for costs one look.
 */
final class CaseQueue {

    private final ConcurrentHashMap<CaseId, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Executor threads;

    CaseQueue(Executor threads) {
        this.threads = threads;
    }

    boolean crowded(CaseId caseId) {
        return last.containsKey(caseId);
    }

    /** Runs {@code work} when all who came before are through; it is through when its future completes. */
    <T> CompletableFuture<T> inTurn(CaseId caseId, Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> through = new CompletableFuture<>();
        CompletableFuture<?> before = last.put(caseId, through);
        Runnable go = () -> work.get().whenComplete((value, fault) -> {
            last.remove(caseId, through);
            if (fault == null) {
                through.complete(value);
            } else {
                through.completeExceptionally(fault);
            }
        });
        if (before == null) {
            threads.execute(go);
        } else {
            before.whenCompleteAsync((value, fault) -> go.run(), threads);
        }
        return through;
    }
}
