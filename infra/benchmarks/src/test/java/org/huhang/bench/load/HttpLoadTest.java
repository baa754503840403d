package org.huhang.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {

    private static final int STALL_MS = 400;

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private volatile int stallAt = -1;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes()));
            if (asked.incrementAndGet() == stallAt) {
                stall();
            }
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("empty") ? 200 : 409, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void every_request_has_a_key_of_its_own_and_is_counted_once() throws IOException {
        LoadGenerator.Answered answered = HttpLoad.run(job(Operation.EMPTY, 2, 0));

        assertThat(answered.done().count()).isPositive().isLessThanOrEqualTo(asked.get());
        assertThat(answered.done().latencies().count())
                .isEqualTo(answered.done().count());
        assertThat(keys).hasSize(asked.get());
    }

    @Test
    void what_is_refused_is_not_taken_for_done_and_no_child_is_registered_twice() throws IOException {
        LoadGenerator.Answered answered = HttpLoad.run(job(Operation.OPEN, 2, 0));

        assertThat(answered.done().count()).isZero();
        assertThat(answered.done().refused()).isEqualTo(asked.get());
        assertThat(bodies).hasSize(asked.get());
        assertThat(answered.nextChild()).isEqualTo(1000 + asked.get());
    }

    @Test
    void a_stall_is_felt_by_every_request_that_was_due_meanwhile() throws IOException {
        stallAt = 20;

        LoadGenerator.Answered answered = HttpLoad.run(job(Operation.EMPTY, 1, 100));

        // Of about 100 requests due in the second, those of the stall come late: had each been timed from when it could
        // be
        // sent, one only would have been slow.
        assertThat(answered.done().latencies().millis(1)).isGreaterThan(STALL_MS * 0.9);
        assertThat(answered.done().latencies().millis(0.9)).isGreaterThan(STALL_MS * 0.25);
    }

    private Job job(Operation operation, int connections, double perSecond) {
        return new Job(
                "127.0.0.1",
                server.getAddress().getPort(),
                operation,
                connections,
                1,
                perSecond,
                List.of("token"),
                1000,
                0,
                List.of(),
                42);
    }

    private static void stall() {
        try {
            Thread.sleep(STALL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
