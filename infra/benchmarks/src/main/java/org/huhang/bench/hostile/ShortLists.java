package org.huhang.bench.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One account's lists, one after the other. Those that were taken in are through before another caller has its turn. */
final class ShortLists implements Hostile {

    private static final Duration GLANCE = Duration.ofMillis(200);

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Hostile flood;
    private final URI imports;
    private final String token;

    ShortLists(Hostile flood, URI base, String token) {
        this.flood = flood;
        this.imports = base.resolve("/api/imports");
        this.token = token;
    }

    @Override
    public Map<String, Double> answers() {
        return flood.answers();
    }

    @Override
    public void close() throws Exception {
        flood.close();
        try (HttpClient http = HttpClient.newHttpClient()) {
            long latest = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() - latest < 0 && areUnderWay(http)) {
                Thread.sleep(GLANCE);
            }
        }
    }

    private boolean areUnderWay(HttpClient http) throws IOException, InterruptedException {
        JsonNode jobs = JsonMapper.shared()
                .readTree(http.send(
                                HttpRequest.newBuilder(imports)
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
        return jobs.valueStream()
                .anyMatch(job -> job.path("finishedAt").asString("").isEmpty());
    }
}
