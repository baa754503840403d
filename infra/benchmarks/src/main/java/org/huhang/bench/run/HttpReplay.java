package org.huhang.bench.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Subject;
import org.huhang.kernel.access.Role;
import tools.jackson.databind.JsonNode;

/** An inspector asks what was known of a case of 300 facts at one of its positions, at random; over HTTP, one at a time. */
final class HttpReplay implements Subject {

    private final Application application;
    private final String caseId;
    private final String inspector;
    private final long last;

    HttpReplay(Application application, String caseId) throws Exception {
        this.application = application;
        this.caseId = caseId;
        this.inspector = application.token(Role.INSPECTOR);
        this.last = application
                .api(application.request("/api/cases/" + caseId).GET(), inspector, JsonNode.class)
                .get("position")
                .asLong();
    }

    @Override
    public String name() {
        return "replay over HTTP";
    }

    @Override
    public String unit() {
        return "replays";
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        SplittableRandom random = new SplittableRandom();
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        long now = start;
        while (now - start < length.toNanos()) {
            long before = now;
            long knownAt = last - random.nextLong(LongCase.FACTS);
            application.api(
                    application
                            .request("/api/cases/" + caseId + "/replay?knownAt=" + knownAt)
                            .GET(),
                    inspector,
                    JsonNode.class);
            now = System.nanoTime();
            latencies.add(now - before);
        }
        return new Done(latencies.count(), (now - start) / 1e9, 0, latencies, Map.of());
    }
}
