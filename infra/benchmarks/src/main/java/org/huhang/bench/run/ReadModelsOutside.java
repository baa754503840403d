package org.huhang.bench.run;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.huhang.kernel.access.Role;
import tools.jackson.databind.JsonNode;

/** An application's read models, as its operator sees them. */
final class ReadModelsOutside {

    /** As long as the one furthest behind gains on the log, it is waited for. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

    private final Application application;
    private final String operator;

    ReadModelsOutside(Application application) throws IOException, InterruptedException {
        this.application = application;
        this.operator = application.token(Role.OPERATOR);
    }

    List<String> names() throws IOException, InterruptedException {
        return StreamSupport.stream(items().spliterator(), false)
                .map(item -> item.get("name").asString())
                .toList();
    }

    /** Facts that the one furthest behind still has to take in. */
    long lag() throws IOException, InterruptedException {
        return StreamSupport.stream(items().spliterator(), false)
                .mapToLong(item -> item.get("lag").asLong())
                .max()
                .orElse(0);
    }

    /** @return after how many seconds all had taken in everything */
    double awaitCaughtUp() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long least = Long.MAX_VALUE;
        Instant latest = Instant.now().plus(LONGEST_STANDSTILL);
        for (long lag; (lag = lag()) > 0; ) {
            if (lag < least) {
                least = lag;
                latest = Instant.now().plus(LONGEST_STANDSTILL);
            } else if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException(
                        "The read models gained nothing on the log for " + LONGEST_STANDSTILL + ": " + items());
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** What is said of one. */
    JsonNode of(String name) throws IOException, InterruptedException {
        return StreamSupport.stream(items().spliterator(), false)
                .filter(item -> item.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    JsonNode ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return application.api(request, operator, JsonNode.class);
    }

    private JsonNode items() throws IOException, InterruptedException {
        return ask(application.request("/api/read-models").GET()).get("items");
    }
}
