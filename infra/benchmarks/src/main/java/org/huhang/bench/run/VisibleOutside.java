package org.huhang.bench.run;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huhang.bench.load.Bodies;
import org.huhang.bench.load.Children;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Subject;
import org.huhang.kernel.time.Shanghai;
import tools.jackson.databind.JsonNode;

/**
 * Commit to visible, from outside: one officer records a visit, and from its answer on it is timed how long a page of the ledger takes
 * that is asked for with that answer's position. The page itself is in it.
 */
final class VisibleOutside implements Subject {

    private final String name;
    private final Application application;
    private final String visit = new Bodies(new Children(Shanghai.dayOf(Instant.now()))).visit();

    VisibleOutside(String name, Application application) {
        this.name = name;
        this.application = application;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "looks";
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
        Latencies latencies = new Latencies();
        SplittableRandom random = new SplittableRandom();
        String officer = application.officers().getFirst();
        long start = System.nanoTime();
        while (System.nanoTime() - start < length.toNanos()) {
            String id = application
                    .caseIds()
                    .get(random.nextInt(application.caseIds().size()));
            long position = application
                    .api(
                            application
                                    .request("/api/cases/" + id + "/record-visit")
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .POST(HttpRequest.BodyPublishers.ofString(visit)),
                            officer,
                            JsonNode.class)
                    .get("position")
                    .asLong();
            long committed = System.nanoTime();
            application.api(
                    application
                            .request("/api/ledger?limit=1&min-position=" + position)
                            .GET(),
                    officer,
                    JsonNode.class);
            latencies.add(System.nanoTime() - committed);
        }
        return new Done(latencies.count(), (System.nanoTime() - start) / 1e9, 0, latencies, Map.of());
    }
}
