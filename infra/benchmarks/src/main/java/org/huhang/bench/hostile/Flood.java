package org.huhang.bench.hostile;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/** The same sort of request over a few connections, so many a second; a service that refuses or hangs up is asked again. */
final class Flood implements Hostile {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Answers answers = new Answers();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean over;

    /** @param request by the number of the request */
    Flood(int connections, double perSecond, LongFunction<HttpRequest.Builder> request) {
        for (int caller = 0; caller < connections; caller++) {
            int own = caller;
            callers.add(Thread.ofPlatform()
                    .name("hostile-" + caller)
                    .daemon()
                    .start(() -> ask(own, connections, (long) (1e9 * connections / perSecond), request)));
        }
    }

    private void ask(int caller, int callers, long every, LongFunction<HttpRequest.Builder> request) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LONGEST_ANSWER)
                .build()) {
            long due = System.nanoTime();
            for (long number = caller; !over; number += callers) {
                LockSupport.parkNanos(due - System.nanoTime());
                due = Math.max(due + every, System.nanoTime() - every);
                answers.add(status(http, request.apply(number)));
            }
            http.shutdownNow();
        }
    }

    private static int status(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LONGEST_ANSWER).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return Answers.CUT_OFF;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answers.CUT_OFF;
        }
    }

    @Override
    public Map<String, Double> answers() {
        return answers.counted();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread caller : callers) {
            caller.join(LONGEST_ANSWER);
        }
    }
}
