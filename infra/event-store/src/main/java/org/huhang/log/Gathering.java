package org.huhang.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Questions that come while another is being answered are answered together, by one query. Who comes alone asks for itself
 * and at once. Every answer is looked up after its question was put.
 */
final class Gathering<Q, A> {

    private static final int MOST_AT_ONCE = 256;

    private final Function<List<Q>, List<A>> ask;
    private final ConcurrentLinkedQueue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    /** @param ask gives one answer a question, in their order */
    Gathering(Function<List<Q>, List<A>> ask) {
        this.ask = ask;
    }

    /** Throws what the query threw. */
    A answer(Q question) {
        Asked<Q, A> asked = new Asked<>(question, new CompletableFuture<>());
        waiting.add(asked);
        if (asking.compareAndSet(false, true)) {
            askOnce();
            passOn();
        }
        try {
            return asked.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /** Nobody is kept from its own answer by the questions of others. */
    private void passOn() {
        asking.set(false);
        if (!waiting.isEmpty() && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("gathered").start(() -> {
                askOnce();
                passOn();
            });
        }
    }

    private void askOnce() {
        List<Asked<Q, A>> together = new ArrayList<>();
        for (Asked<Q, A> next; together.size() < MOST_AT_ONCE && (next = waiting.poll()) != null; ) {
            together.add(next);
        }
        if (together.isEmpty()) {
            return;
        }
        try {
            List<A> answers = ask.apply(together.stream().map(Asked::question).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException | Error fault) {
            together.forEach(asked -> asked.answer.completeExceptionally(fault));
        }
    }

    private record Asked<Q, A>(Q question, CompletableFuture<A> answer) {}
}
