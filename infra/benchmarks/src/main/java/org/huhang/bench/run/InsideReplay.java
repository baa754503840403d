package org.huhang.bench.run;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;
import tools.jackson.core.type.TypeReference;

/** Reads one case of 300 facts from the log and adds it up to an instant at random, in the application's process. */
final class InsideReplay implements Subject {

    private final String name;
    private final Application application;
    private final String caseId;

    InsideReplay(String name, Application application, String caseId) {
        this.name = name;
        this.application = application;
        this.caseId = caseId;
    }

    @Override
    public String name() {
        return name;
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
        return application.inside(
                "/bench/replay", Map.of("caseId", caseId, "seconds", length.toNanos() / 1e9), new TypeReference<>() {});
    }
}
