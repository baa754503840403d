package org.huhang.log.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.huhang.command.port.Unavailable;
import org.springframework.dao.DataAccessException;

/**
 * Questions that come while another is being answered are answered together, by one query. Who comes alone asks for itself
 * and at once; it is always one of the callers who asks. Every answer is looked up after its question was put.
 */
public final class SharedLookup<Q, A> {

    private static final int MOST_AT_ONCE = 256;

    private final Duration longestWait;
    private final Function<List<Q>, List<A>> ask;
    private final ConcurrentLinkedQueue<Asked<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    /**
     * @param longestWait for the query of another caller
     * @param ask gives one answer a question, in their order
     */
    public SharedLookup(Duration longestWait, Function<List<Q>, List<A>> ask) {
        this.longestWait = longestWait;
        this.ask = ask;
    }

    /**
     * Throws what the query threw.
     *
     * @throws Unavailable when others wait too long for theirs
     */
    public A answer(Q question) {
        Asked<Q, A> asked = new Asked<>(question);
        waiting.add(asked);
        passOn();
        if (asked.awaitTurnOrAnswer(longestWait)) {
            try {
                askOnce();
            } finally {
                asking.set(false);
                passOn();
            }
        }
        return asked.answer();
    }

    /** Whose question waits longest asks for all, unless somebody is at it. */
    private void passOn() {
        while (!waiting.isEmpty() && asking.compareAndSet(false, true)) {
            Asked<Q, A> next = waiting.peek();
            if (next != null && next.isToAsk()) {
                return;
            }
            if (next != null) {
                waiting.remove(next);
            }
            asking.set(false);
        }
    }

    private void askOnce() {
        List<Asked<Q, A>> together = new ArrayList<>();
        for (Asked<Q, A> next; together.size() < MOST_AT_ONCE && (next = waiting.poll()) != null; ) {
            together.add(next);
        }
        try {
            ask(together);
        } catch (RuntimeException fault) {
            if (together.size() == 1 || fault instanceof DataAccessException) {
                together.forEach(asked -> asked.failed(fault));
            } else {
                // An answer cannot be read: whose it is fails alone.
                together.forEach(this::askAlone);
            }
        } catch (Error fault) {
            together.forEach(asked -> asked.failed(fault));
            throw fault;
        }
    }

    private void askAlone(Asked<Q, A> asked) {
        try {
            ask(List.of(asked));
        } catch (RuntimeException fault) {
            asked.failed(fault);
        }
    }

    private void ask(List<Asked<Q, A>> together) {
        List<A> answers = ask.apply(together.stream().map(Asked::question).toList());
        for (int i = 0; i < together.size(); i++) {
            together.get(i).isAnswered(answers.get(i));
        }
    }

    /** One caller's question, and what it has been told last. */
    private static final class Asked<Q, A> {

        private final Q question;
        /** Whether to ask; false where another did. Ends exceptionally for who has gone. */
        private final CompletableFuture<Boolean> told = new CompletableFuture<>();

        private final CompletableFuture<A> answer = new CompletableFuture<>();

        Asked(Q question) {
            this.question = question;
        }

        Q question() {
            return question;
        }

        /** @return false when the caller has gone */
        boolean isToAsk() {
            return told.complete(true);
        }

        void isAnswered(A answer) {
            this.answer.complete(answer);
            told.complete(false);
        }

        void failed(Throwable fault) {
            answer.completeExceptionally(fault);
            told.complete(false);
        }

        boolean awaitTurnOrAnswer(Duration longest) {
            try {
                return told.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                return !told.completeExceptionally(e) && told.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !told.completeExceptionally(e) && told.join();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        A answer() {
            if (!answer.isDone()) {
                throw Unavailable.notRecorded();
            }
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : e;
            }
        }
    }
}
