package org.huhang.bench.run;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import org.huhang.bench.measure.Done;
import org.huhang.bench.measure.Subject;

/** One read model, made anew while it is being read: from the operator's request to the new copy being in its place. */
final class RebuildOf implements Subject {

    private final String name;
    private final String model;
    private final Application application;
    private final int cursors;
    private final ReadModelsOutside readModels;

    RebuildOf(String model, Application application, int cursors, ReadModelsOutside readModels) {
        this("rebuild " + model, model, application, cursors, readModels);
    }

    RebuildOf(String name, String model, Application application, int cursors, ReadModelsOutside readModels) {
        this.name = name;
        this.model = model;
        this.application = application;
        this.cursors = cursors;
        this.readModels = readModels;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "facts";
    }

    @Override
    public int connections() {
        return cursors;
    }

    @Override
    public Optional<ProcessHandle> application() {
        return Optional.of(application.process());
    }

    @Override
    public Done run(Duration length) throws Exception {
        long start = System.nanoTime();
        post("rebuild");
        while (readModels.of(model).get("state").asString().equals("REBUILDING")) {
            Thread.sleep(10);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (readModels.of(model).hasNonNull("rebuildFault")) {
            throw new IllegalStateException(model + " was not rebuilt: " + readModels.of(model));
        }
        return Done.of(readModels.of(model).get("head").asLong(), seconds);
    }

    /** The copy read before is let go of, and what the new one missed is taken in. */
    @Override
    public void settle() throws Exception {
        post("discard-previous");
        readModels.awaitCaughtUp();
    }

    private void post(String action) throws Exception {
        readModels.ask(application
                .request("/api/read-models/" + model + "/" + action)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }
}
