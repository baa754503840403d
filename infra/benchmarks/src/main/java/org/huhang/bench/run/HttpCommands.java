package org.huhang.bench.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.load.Job;
import org.huhang.bench.load.LoadGenerator;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;

/**
 * L5, S0 and S2: one operation over HTTP, with authentication, validation and receipts. Where there are read models, it
 * also waits until they have caught up: the processor time counts that, the rate does not.
 */
final class HttpCommands implements Subject {

    private final String name;
    private final Application application;
    private final LoadGenerator generator;
    private final Operation operation;
    private final int connections;
    private final int cases;
    private final Optional<ReadModelsOutside> readModels;
    private final double perSecond;

    HttpCommands(
            String name,
            Application application,
            LoadGenerator generator,
            Operation operation,
            int connections,
            int cases,
            Optional<ReadModelsOutside> readModels) {
        this(name, application, generator, operation, connections, cases, readModels, 0);
    }

    private HttpCommands(
            String name,
            Application application,
            LoadGenerator generator,
            Operation operation,
            int connections,
            int cases,
            Optional<ReadModelsOutside> readModels,
            double perSecond) {
        this.name = name;
        this.application = application;
        this.generator = generator;
        this.operation = operation;
        this.connections = connections;
        this.cases = cases;
        this.readModels = readModels;
        this.perSecond = perSecond;
    }

    /** The same, but with requests due at a rate of their own. */
    HttpCommands open(String name, double perSecond) {
        return new HttpCommands(name, application, generator, operation, connections, cases, readModels, perSecond);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "commands";
    }

    @Override
    public int connections() {
        return connections;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        LoadGenerator.Answered answered = generator.run(new Job(
                application.base().getHost(),
                application.base().getPort(),
                operation,
                connections,
                length.toNanos() / 1e9,
                perSecond,
                application.officers(),
                application.nextChild(),
                cases,
                application.caseIds(),
                System.nanoTime()));
        application.heardOf(answered.nextChild());
        Done done = answered.done();
        if (readModels.isEmpty()) {
            return done;
        }
        Map<String, Double> also = new HashMap<>(done.also());
        also.put("facts read models were behind at the end", (double)
                readModels.get().lag());
        also.put("seconds until they had caught up", readModels.get().awaitCaughtUp());
        return new Done(done.count(), done.seconds(), done.refused(), done.latencies(), also);
    }
}
