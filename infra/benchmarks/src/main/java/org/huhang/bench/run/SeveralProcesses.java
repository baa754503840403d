package org.huhang.bench.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Latencies;
import org.huhang.bench.measure.Subject;

/** One operation asked for inside several processes on one database at once, with the same number of threads in all. */
final class SeveralProcesses implements Subject {

    static final int THREADS = 64;

    private final Operation operation;
    private final List<Application> applications;
    private final int cases;

    SeveralProcesses(Operation operation, List<Application> applications, int cases) {
        this.operation = operation;
        this.applications = applications;
        this.cases = cases;
    }

    static String name(Operation operation, int processes) {
        return operation.name().toLowerCase(Locale.ROOT) + ", " + processes
                + (processes == 1 ? " process" : " processes");
    }

    @Override
    public String name() {
        return name(operation, applications.size());
    }

    @Override
    public String unit() {
        return "commands";
    }

    @Override
    public int connections() {
        return THREADS;
    }

    /** The sum of what each of them did; they work at the same time. */
    @Override
    public Done run(Duration length) throws Exception {
        try (ExecutorService together = Executors.newFixedThreadPool(applications.size())) {
            List<Future<Done>> working = new ArrayList<>();
            for (Application application : applications) {
                working.add(together.submit(() -> new InsideCommands(
                                name(),
                                application,
                                operation,
                                THREADS / applications.size(),
                                SetUp.SET,
                                cases,
                                Optional.empty())
                        .run(length)));
            }
            long count = 0;
            long refused = 0;
            double seconds = 0;
            Latencies latencies = new Latencies();
            for (Future<Done> each : working) {
                Done done = each.get();
                count += done.count();
                refused += done.refused();
                seconds = Math.max(seconds, done.seconds());
                latencies.add(done.latencies());
            }
            return new Done(count, seconds, refused, latencies, Map.of());
        }
    }
}
