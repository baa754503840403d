package org.huhang.log.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huhang.log.testing.Eventually.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huhang.command.port.Unavailable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

class SharedLookupTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final List<List<Integer>> queries = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_comes_alone_asks_for_itself() {
        SharedLookup<Integer, String> gathering = new SharedLookup<>(LONGEST, this::answers);

        assertThat(gathering.answer(1)).isEqualTo("1");
        assertThat(gathering.answer(2)).isEqualTo("2");
        assertThat(queries).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void questions_that_come_while_one_is_answered_are_asked_together_and_each_has_its_own_answer() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        SharedLookup<Integer, String> gathering = new SharedLookup<>(LONGEST, questions -> {
            await(first);
            return answers(questions);
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers = askedFor(600, gathering, callers);
            first.countDown();

            for (int question = 0; question < 600; question++) {
                assertThat(answers.get(question).get(20, TimeUnit.SECONDS)).isEqualTo("" + question);
            }
        }
        assertThat(queries).hasSizeLessThanOrEqualTo(10).allSatisfy(query -> assertThat(query)
                .hasSizeLessThanOrEqualTo(256));
        assertThat(queries.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(600);
    }

    /** Returns once each caller has come. */
    private static List<Future<String>> askedFor(
            int questions, SharedLookup<Integer, String> gathering, ExecutorService callers) {
        AtomicInteger came = new AtomicInteger();
        List<Future<String>> answers = IntStream.range(0, questions)
                .mapToObj(question -> callers.submit(() -> {
                    came.incrementAndGet();
                    return gathering.answer(question);
                }))
                .toList();
        eventually(() -> assertThat(came).hasValue(questions));
        return answers;
    }

    @Test
    void a_query_that_fails_fails_those_who_asked_and_nobody_after_them() {
        AtomicInteger times = new AtomicInteger();
        SharedLookup<Integer, String> gathering = new SharedLookup<>(LONGEST, questions -> {
            if (times.incrementAndGet() == 1) {
                throw new IllegalStateException("gone");
            }
            return answers(questions);
        });

        assertThatThrownBy(() -> gathering.answer(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("gone");
        assertThat(gathering.answer(1)).isEqualTo("1");
    }

    @Test
    void a_failing_query_fails_all_who_asked_and_an_answer_that_cannot_be_read_only_whose_it_is() throws Exception {
        assertThat(outcomes(new QueryTimeoutException("gone"))).containsOnly("gone");
        assertThat(outcomes(new IllegalStateException("unreadable")))
                .contains("unreadable", "0", "99")
                .hasSize(100);
    }

    /** Of a hundred questions that wait together, when number 7 cannot be answered, or the database not at all. */
    private static Set<String> outcomes(RuntimeException fault) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        SharedLookup<Integer, String> gathering = new SharedLookup<>(LONGEST, questions -> {
            begun.countDown();
            await(first);
            if (questions.contains(7) || fault instanceof DataAccessException) {
                throw fault;
            }
            return questions.stream().map(String::valueOf).toList();
        });
        Set<String> outcomes = new HashSet<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.submit(() -> gathering.answer(-1));
            await(begun);
            List<Future<String>> answers = askedFor(100, gathering, callers);
            first.countDown();
            for (Future<String> answer : answers) {
                try {
                    outcomes.add(answer.get(20, TimeUnit.SECONDS));
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause().getMessage());
                }
            }
        }
        return outcomes;
    }

    @Test
    void nobody_waits_for_ever_for_the_query_of_another_and_who_has_gone_is_not_waited_for() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        SharedLookup<Integer, String> gathering = new SharedLookup<>(Duration.ofMillis(50), questions -> {
            if (asked.incrementAndGet() == 1) {
                await(first);
            }
            return answers(questions);
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> stuck = callers.submit(() -> gathering.answer(1));
            eventually(() -> assertThat(asked).hasValue(1));

            assertThatThrownBy(() -> gathering.answer(2)).isInstanceOf(Unavailable.class);
            first.countDown();
            assertThat(stuck.get(20, TimeUnit.SECONDS)).isEqualTo("1");
            assertThat(gathering.answer(3)).isEqualTo("3");
        }
    }

    @Test
    void many_callers_at_once_are_all_answered() throws Exception {
        SharedLookup<Integer, String> gathering = new SharedLookup<>(LONGEST, this::answers);
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Future<String>> answers = IntStream.range(0, 20_000)
                    .mapToObj(question -> callers.submit(() -> gathering.answer(question)))
                    .toList();
            for (int question = 0; question < answers.size(); question++) {
                assertThat(answers.get(question).get(20, TimeUnit.SECONDS)).isEqualTo("" + question);
            }
        }
    }

    private List<String> answers(List<Integer> questions) {
        queries.add(questions);
        return questions.stream().map(String::valueOf).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
