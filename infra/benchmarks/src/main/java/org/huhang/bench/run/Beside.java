package org.huhang.bench.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.hostile.Hostile;
import org.huhang.bench.load.Job;
import org.huhang.bench.load.LoadGenerator;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;

/** An ordinary office at its work, alone or beside a hostile caller: its requests are due when they are due. */
final class Beside implements Subject {

    static final String LONGEST = "longest answer, ms";

    static final int CONNECTIONS = 16;
    private static final Duration UNTIL_IT_IS_FELT = Duration.ofSeconds(1);

    private final String name;
    private final Application application;
    private final LoadGenerator generator;
    private final ReadModelsOutside readModels;
    private final Options options;
    private final Optional<Hostile.Beginning> hostile;

    Beside(
            String name,
            Application application,
            LoadGenerator generator,
            ReadModelsOutside readModels,
            Options options,
            Optional<Hostile.Beginning> hostile) {
        this.name = name;
        this.application = application;
        this.generator = generator;
        this.readModels = readModels;
        this.options = options;
        this.hostile = hostile;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "requests";
    }

    @Override
    public int connections() {
        return CONNECTIONS;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        if (hostile.isEmpty()) {
            return office(length);
        }
        try (Hostile caller = hostile.get().begin()) {
            Thread.sleep(UNTIL_IT_IS_FELT);
            Done done = office(length);
            return new Done(
                    done.count(), done.seconds(), done.refused(), done.latencies(), and(done.also(), caller.answers()));
        }
    }

    @Override
    public void settle() throws Exception {
        readModels.awaitCaughtUp();
    }

    private Done office(Duration length) throws Exception {
        Done done = generator
                .run(new Job(
                        application.base().getHost(),
                        application.base().getPort(),
                        Operation.OFFICE,
                        CONNECTIONS,
                        length.toNanos() / 1e9,
                        options.office(),
                        application.officers(),
                        application.nextChild(),
                        options.cases(),
                        application.caseIds(),
                        System.nanoTime()))
                .done();
        return new Done(
                done.count(),
                done.seconds(),
                done.refused(),
                done.latencies(),
                and(done.also(), Map.of(LONGEST, done.latencies().millis(1))));
    }

    private static Map<String, Double> and(Map<String, Double> some, Map<String, Double> more) {
        Map<String, Double> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }
}
