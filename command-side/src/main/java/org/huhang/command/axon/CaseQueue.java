package org.huhang.command.axon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.huhang.kernel.stream.StreamId;

/**
 * Lets commands that met on one case go through one at a time, in the order they came, so that none is overtaken for ever.
 * A case that nobody contends for costs one look.
 */
final class CaseQueue {

    private final ConcurrentHashMap<StreamId, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Executor threads;

    CaseQueue(Executor threads) {
        this.threads = threads;
    }

    boolean crowded(StreamId stream) {
        return last.containsKey(stream);
    }

    /** Runs {@code work} when all who came before are through; it is through when its future completes. */
    <T> CompletableFuture<T> inTurn(StreamId stream, Supplier<CompletableFuture<T>> work) {
        CompletableFuture<T> through = new CompletableFuture<>();
        CompletableFuture<?> before = last.put(stream, through);
        Runnable go = () -> work.get().whenComplete((value, fault) -> {
            last.remove(stream, through);
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
