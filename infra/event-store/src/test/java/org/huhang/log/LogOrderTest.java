package org.huhang.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogOrderTest {

    private LogDatabase database;
    private OneProcess process;

    @BeforeEach
    void open() {
        database = LogDatabase.create();
        process = new OneProcess(database.pool());
    }

    @AfterEach
    void close() {
        process.close();
        database.close();
    }

    @Test
    void positions_are_gapless_and_in_commit_order_under_many_writers_some_of_which_are_overtaken() throws Exception {
        List<CaseId> common = Stream.generate(CaseId::random).limit(30).toList();
        int writers = 6;
        int rounds = 25;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers + 1)) {
            List<Future<Integer>> written = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                written.add(threads.submit(() -> write(random, common, rounds)));
            }
            Future<List<Long>> read = threads.submit(() -> follow(written));

            int total = 0;
            for (Future<Integer> one : written) {
                total += one.get(60, TimeUnit.SECONDS);
            }
            assertThat(total).isPositive();
            assertThat(process.log().head()).isEqualTo(total);
            assertThat(read.get(60, TimeUnit.SECONDS))
                    .as("every position once and in order, read while it was written")
                    .isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
        }
        assertThat(process.log().after(0, 10_000))
                .isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
    }

    /** Half of the cases are known to all writers, so that many an append comes too late. */
    private int write(Random random, List<CaseId> common, int rounds) {
        int written = 0;
        for (int round = 0; round < rounds; round++) {
            CaseId caseId = random.nextBoolean() ? CaseId.random() : common.get(random.nextInt(common.size()));
            int count = 1 + random.nextInt(3);
            List<Event> events = new ArrayList<>(List.of(Samples.registered()));
            while (events.size() < count) {
                events.add(new ReturnedToGuardian(Samples.DAY));
            }
            // Whole or not at all: of one that was overtaken no fact counts.
            written += settle(caseId, events) instanceof Settlement.Answered ? count : 0;
        }
        return written;
    }

    private Settlement settle(CaseId caseId, List<Event> events) {
        return process.get(StreamStore.class)
                .settle(new Change(
                        List.of(new Change.Part(CaseState.unregistered(caseId), events)),
                        Samples.OFFICER,
                        Samples.NOON,
                        Optional.empty(),
                        new Answer.Done(caseId.stream(), events.size() - 1, 0, List.of(), List.of())))
                .join();
    }

    private List<Long> follow(List<Future<Integer>> writers) {
        List<Long> read = new ArrayList<>();
        boolean finished = false;
        while (!finished || read.size() < process.log().head()) {
            finished = writers.stream().allMatch(Future::isDone);
            List<Recorded> next = process.log().after(read.isEmpty() ? 0 : read.getLast(), 100);
            next.forEach(recorded -> read.add(recorded.position()));
            if (next.isEmpty()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
        return read;
    }
}
