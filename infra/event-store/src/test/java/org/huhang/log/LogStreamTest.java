package org.huhang.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.huhang.command.port.Answer.Done;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.tail.LogSignal;
import org.huhang.log.testing.LogDatabase;
import org.huhang.log.testing.OneProcess;
import org.huhang.log.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private static LogDatabase database;
    private static OneProcess reader;
    private static OneProcess writer;

    @BeforeAll
    static void two_processes_on_one_database() {
        database = LogDatabase.create();
        reader = new OneProcess(database.pool());
        writer = new OneProcess(database.pool());
    }

    @AfterAll
    static void close() {
        writer.close();
        reader.close();
        database.close();
    }

    @Test
    void a_reader_with_a_callback_is_woken_by_a_fact_of_another_process() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream =
                reader.source().openStream(reader.source().createHeadToken())) {
            CountDownLatch woken = new CountDownLatch(1);
            assertThat(stream.setOnAvailableCallback(woken::countDown)).isTrue();

            Done done = register();

            assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.hasNextAvailable()).isTrue();
            assertThat(LogMessages.recorded(stream.nextAvailable()).position()).isEqualTo(done.position());
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void a_closed_reader_is_woken_no_more() throws Exception {
        CountDownLatch woken = new CountDownLatch(1);
        BlockingStream<TrackedEventMessage<?>> stream =
                reader.source().openStream(reader.source().createHeadToken());
        stream.setOnAvailableCallback(woken::countDown);
        stream.close();

        long position = register().position();

        assertThat(reader.get(LogSignal.class).awaitBeyond(position - 1, Duration.ofSeconds(30)))
                .isTrue();
        assertThat(woken.getCount()).isEqualTo(1);
    }

    private static Done register() {
        return (Done) writer.commands().send(Requests.of(CaseId.random(), Requests.register("林小满")));
    }
}
