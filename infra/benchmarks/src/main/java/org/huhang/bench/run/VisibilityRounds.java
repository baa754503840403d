package org.huhang.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Medians;
import org.huhang.bench.measure.Promises;
import org.huhang.bench.measure.Results;
import tools.jackson.core.type.TypeReference;

/** From commit to visible at 500 commands a second; what exactly is counted stands at the bench application's Visibility. */
final class VisibilityRounds {

    private static final int PER_SECOND = 500;

    private final Application application;
    private final ReadModelsOutside readModels;
    private final Options options;

    VisibilityRounds(Application application, ReadModelsOutside readModels, Options options) {
        this.application = application;
        this.readModels = readModels;
        this.options = options;
    }

    record Seen(Map<String, Latencies> byReadModel, long late, long acknowledged, double seconds) {
        Latencies all() {
            Latencies all = new Latencies();
            byReadModel.values().forEach(all::add);
            return all;
        }
    }

    void run(Results results) throws Exception {
        List<Double> medians = new ArrayList<>();
        List<Double> p99s = new ArrayList<>();
        Map<String, List<Double>> p99sOf = new TreeMap<>();
        readModels.awaitCaughtUp();
        measure();
        for (int round = 1; round <= options.rounds(); round++) {
            Seen seen = measure();
            medians.add(seen.all().millis(0.5));
            p99s.add(seen.all().millis(0.99));
            seen.byReadModel().forEach((model, latencies) -> p99sOf.computeIfAbsent(model, _ -> new ArrayList<>())
                    .add(latencies.millis(0.99)));
            System.out.printf(
                    "round %d of %d  commit to visible: p50 %.2f ms  p99 %.2f ms, %,d commands in %.0f s, %d late%n",
                    round,
                    options.rounds(),
                    medians.getLast(),
                    p99s.getLast(),
                    seen.acknowledged(),
                    seen.seconds(),
                    seen.late());
        }
        results.add("commit to visible at 500/s, p50 ms", Medians.of(medians));
        results.add(Promises.VISIBLE_P99, Medians.of(p99s));
        p99sOf.forEach((model, values) -> results.add("  of " + model + ", p99 ms", Medians.of(values)));
    }

    private Seen measure() throws Exception {
        return application.inside(
                "/bench/visible",
                Map.of(
                        "perSecond",
                        PER_SECOND,
                        "seconds",
                        options.length().toSeconds() * 2,
                        "set",
                        SetUp.SET,
                        "cases",
                        options.cases(),
                        "models",
                        String.join(",", readModels.names())),
                new TypeReference<>() {});
    }
}
