package org.huhang.bench.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.load.Operation;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;
import tools.jackson.core.type.TypeReference;

/** S1: one operation, asked for by threads inside the application's process. */
final class InsideCommands implements Subject {

    private final String name;
    private final Application application;
    private final Operation operation;
    private final int threads;
    private final String set;
    private final long cases;
    private final Optional<ReadModelsOutside> readModels;

    /** @param set and {@code cases}: which cases are added to */
    InsideCommands(
            String name,
            Application application,
            Operation operation,
            int threads,
            String set,
            long cases,
            Optional<ReadModelsOutside> readModels) {
        this.name = name;
        this.application = application;
        this.operation = operation;
        this.threads = threads;
        this.set = set;
        this.cases = cases;
        this.readModels = readModels;
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
        return threads;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        Done done = application.inside(
                "/bench/commands",
                Map.of(
                        "operation", operation,
                        "threads", threads,
                        "seconds", length.toNanos() / 1e9,
                        "set", set,
                        "firstChild", application.nextChild(),
                        "cases", cases),
                new TypeReference<>() {});
        application.heardOf(done.also().get("next child").longValue());
        if (readModels.isPresent()) {
            readModels.get().awaitCaughtUp();
        }
        return done;
    }
}
