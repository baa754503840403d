package org.huhang.log.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huhang.log.testing.Eventually.eventually;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.axonserver.AxonServerDouble;
import org.huhang.command.area.file.FileCommand.CorrectIdentity;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.Narrative;
import org.huhang.log.read.LogScan;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.Test;

class AxonServerLogTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 15;

    @Test
    void positions_are_gapless_in_commit_order_and_the_same_for_every_process_whenever_it_reads() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<CaseId> common = Stream.generate(CaseId::random).limit(10).toList();
        try (AxonServerDouble server = AxonServerDouble.start();
                LogDatabase database = LogDatabase.create();
                OneProcess one = OneProcess.onAxonServer(database.pool(), server.address());
                OneProcess other = OneProcess.onAxonServer(database.pool(), server.address());
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<Long>>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(seed + writer);
                OneProcess process = writer % 2 == 0 ? one : other;
                written.add(threads.submit(() -> write(process, random, common)));
            }
            List<Long> acknowledged = new ArrayList<>();
            for (Future<List<Long>> positions : written) {
                acknowledged.addAll(positions.get(60, TimeUnit.SECONDS));
            }

            int total = server.stored().size();
            assertThat(acknowledged)
                    .as("every acknowledged fact once")
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, total).boxed().toList());
            // What the other process recorded is followed, not awaited by those who write here.
            eventually(() -> assertThat(one.log().head()).isEqualTo(total));
            List<Recorded> log = one.log().after(0, total + 1);
            assertThat(log)
                    .extracting(fact -> fact.caseId() + "/" + fact.version())
                    .containsExactlyElementsOf(server.stored().stream()
                            .map(event -> event.getAggregateIdentifier() + "/" + event.getAggregateSequenceNumber())
                            .toList());
            assertThat(log)
                    .extracting(Recorded::position)
                    .isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
            assertThat(log).isSortedAccordingTo((a, b) -> a.recordedAt().compareTo(b.recordedAt()));
            eventually(() -> assertThat(other.log().after(0, total + 1)).isEqualTo(log));
            try (OneProcess late = OneProcess.onAxonServer(database.pool(), server.address())) {
                assertThat(late.log().after(0, total + 1)).as("read back").isEqualTo(log);
                assertThat(late.log().after(total / 2, 7)).isEqualTo(log.subList(total / 2, total / 2 + 7));
                assertThat(scanned(late, total)).as("in one go, by parts").containsExactlyInAnyOrderElementsOf(log);
            }
        }
    }

    private static List<Recorded> scanned(OneProcess process, long upTo) throws InterruptedException {
        LogScan scan = process.get(LogScan.class);
        List<Recorded> all = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            scan.scan(0, upTo, new LogScan.Wanted(type -> true, true, part, 3), (facts, position) -> all.addAll(facts));
        }
        scan.scan(0, upTo, new LogScan.Wanted(type -> false, true, 0, 1), (facts, position) -> assertThat(facts)
                .isEmpty());
        assertThat(scan.cases())
                .isEqualTo(all.stream().filter(fact -> fact.version() == 0).count());
        return all;
    }

    /** Half of the commands go to cases that others work on too. */
    private static List<Long> write(OneProcess process, Random random, List<CaseId> common) {
        List<Long> positions = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            CaseId caseId = random.nextBoolean() ? CaseId.random() : common.get(random.nextInt(common.size()));
            Stream.of(
                            Requests.of(caseId, Requests.register("张三")),
                            Requests.of(
                                    caseId,
                                    new CorrectIdentity(
                                            Requests.register("张四").identity(), Narrative.of("更正"), Samples.DAY)))
                    .map(process.commands()::send)
                    .filter(Done.class::isInstance)
                    .forEach(answer -> positions.add(((Done) answer).position()));
        }
        return positions;
    }
}
