package org.huhang.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.huhang.command.axon.Provenance;
import org.huhang.kernel.area.guardianship.GuardianshipEvent.ReturnedToGuardian;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

class LogOrderTest {

    private LogDatabase database;
    private OneProcess process;
    private EventStorageEngine engine;

    @BeforeEach
    void open() {
        database = LogDatabase.create();
        process = new OneProcess(database.pool());
        engine = process.get(EventStorageEngine.class);
    }

    @AfterEach
    void close() {
        process.close();
        database.close();
    }

    @Test
    void a_slow_transaction_s_fact_is_delivered_before_what_came_after_it() throws Exception {
        DomainEventMessage<?> slow = fact(CaseId.random(), 0);
        DomainEventMessage<?> quick = fact(CaseId.random(), 0);

        assertThat(new Delivery(engine, process.get(PlatformTransactionManager.class)).around(slow, quick))
                .containsExactly(slow.getIdentifier(), quick.getIdentifier());
    }

    /** What the log is for. A reader of the stock engine never hears of the slow transaction's fact. */
    @Test
    void the_stock_engine_drops_it() throws Exception {
        DomainEventMessage<?> slow = text();
        DomainEventMessage<?> quick = text();

        assertThat(new Delivery(stockEngine(Duration.ofMillis(10)), process.get(PlatformTransactionManager.class))
                        .around(slow, quick))
                .containsExactly(quick.getIdentifier());
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

    @Test
    void a_version_that_is_taken_is_a_conflict_the_first_one_included() {
        CaseId caseId = CaseId.random();
        engine.appendEvents(fact(caseId, 0), fact(caseId, 1));

        for (long version : new long[] {0, 1}) {
            assertThatThrownBy(() -> engine.appendEvents(fact(caseId, version)))
                    .isExactlyInstanceOf(ConcurrencyException.class)
                    .hasNoCause();
        }
        assertThat(process.log().head()).isEqualTo(2);
    }

    @Test
    void what_is_no_fact_about_a_case_and_what_is_a_snapshot_is_refused_aloud() {
        assertThatThrownBy(() -> engine.appendEvents(text())).hasMessageContaining("facts about cases only");
        assertThatThrownBy(() -> engine.storeSnapshot(fact(CaseId.random(), 0)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.readSnapshot(CaseId.random().toString())).isEmpty();
    }

    @Test
    void tokens_point_at_the_tail_the_head_and_an_instant() {
        CaseId caseId = CaseId.random();
        engine.appendEvents(fact(caseId, 0), fact(caseId, 1));

        assertThat(engine.createTailToken().position()).hasValue(0);
        assertThat(engine.createHeadToken().position()).hasValue(2);
        assertThat(engine.createTokenAt(Instant.now().minusSeconds(60)).position())
                .hasValue(0);
        assertThat(engine.createTokenAt(Instant.now().plusSeconds(60)).position())
                .hasValue(2);
        assertThat(engine.lastSequenceNumberFor(caseId.toString())).contains(1L);
        assertThat(engine.readEvents(caseId.toString(), 1).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(1L);
    }

    /** Half of the cases are known to all writers, so that many an append comes too late. */
    private int write(Random random, List<CaseId> common, int rounds) {
        int written = 0;
        for (int round = 0; round < rounds; round++) {
            CaseId caseId = random.nextBoolean() ? CaseId.random() : common.get(random.nextInt(common.size()));
            int count = 1 + random.nextInt(3);
            try {
                engine.appendEvents(LongStream.range(0, count)
                        .mapToObj(version -> fact(caseId, version))
                        .toList());
                written += count;
            } catch (ConcurrencyException overtaken) {
                // Whole or not at all: none of its facts counts.
            }
        }
        return written;
    }

    private List<Long> follow(List<Future<Integer>> writers) throws InterruptedException {
        List<Long> read = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = process.source().openStream(null)) {
            boolean finished = false;
            while (!finished) {
                finished = writers.stream().allMatch(Future::isDone);
                while (stream.hasNextAvailable(finished ? 2000 : 20, TimeUnit.MILLISECONDS)) {
                    read.add(LogMessages.recorded(stream.nextAvailable()).position());
                }
            }
        }
        return read;
    }

    private EventStorageEngine stockEngine(Duration gapTimeout) {
        ConnectionProvider connections = new TransactionAwareDataSourceProxy(database.pool())::getConnection;
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        JdbcEventStorageEngine stock = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(process.get(TransactionManager.class))
                .eventSerializer(json)
                .snapshotSerializer(json)
                .gapTimeout((int) gapTimeout.toMillis())
                .build();
        stock.createSchema(PostgresEventTableFactory.INSTANCE);
        return stock;
    }

    private static DomainEventMessage<?> text() {
        return new GenericDomainEventMessage<>("Text", CaseId.random().toString(), 0, "text");
    }

    private static DomainEventMessage<?> fact(CaseId caseId, long version) {
        return new GenericDomainEventMessage<>(
                "ChildCase",
                caseId.toString(),
                version,
                new ReturnedToGuardian(Samples.DAY),
                new Provenance(Samples.OFFICER, Samples.NOON).asMetaData());
    }
}
