package org.huhang.projection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huhang.kernel.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Begins the rebuilds that nobody has to ask for: those a process has left unfinished, and those of read models whose rows
 * are of an earlier revision, or of tables of divisions that were in force before. Later rows are a newer process's to look
 * after.
 */
final class RebuildWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LONGEST_WAIT = 60;

    private final ReadModelCatalogue models;
    private final Rebuilds rebuilds;
    private final WhenOutdated whenOutdated;

    /** Looks to let pass before the next attempt, and attempts so far that came to nothing. */
    private final Map<String, Integer> wait = new ConcurrentHashMap<>();

    private final Map<String, Integer> failed = new ConcurrentHashMap<>();
    private final Map<String, Made> said = new ConcurrentHashMap<>();
    private ScheduledExecutorService watch;

    RebuildWatch(ReadModelCatalogue models, Rebuilds rebuilds, WhenOutdated whenOutdated) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.whenOutdated = whenOutdated;
    }

    @Override
    public void start() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("rebuild-watch").daemon().factory());
        watch.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /** After the read models are followed, and so prepared. */
    @Override
    public int getPhase() {
        return -400;
    }

    private void look() {
        for (ReadModel model : models.all()) {
            try {
                look(model);
            } catch (RuntimeException e) {
                LOG.debug("Read model {} cannot be looked at: {}", model.name(), FaultReason.of(e));
            }
        }
    }

    private void look(ReadModel model) {
        String name = model.name();
        if (rebuilds.isRunning(name) || wait.merge(name, -1, Integer::sum) > 0) {
            return;
        }
        model.compareRevisions();
        Optional<Made> older = model.otherwiseMade().filter(made -> made.isBefore(model.wanted()));
        older.ifPresent(made -> say(model, made));
        if (isUnfinished(model) || older.isPresent() && whenOutdated == WhenOutdated.REBUILD) {
            begin(name);
        }
    }

    private boolean isUnfinished(ReadModel model) {
        return model.next().progressIfThere().stream().anyMatch(it -> it.made().like(model.wanted()));
    }

    private void begin(String name) {
        try {
            rebuilds.begin(name).whenComplete((done, fault) -> {
                int failures = fault == null ? 0 : failed.getOrDefault(name, 0) + 1;
                failed.put(name, failures);
                wait.put(name, failures == 0 ? 0 : Math.min(LONGEST_WAIT, 1 << Math.min(failures, 6)));
            });
        } catch (Refused e) {
            LOG.debug("Another process rebuilds {}", name);
        }
    }

    private void say(ReadModel model, Made made) {
        if (!made.equals(said.put(model.name(), made))) {
            LOG.warn(
                    "Read model {} is of {}: {}",
                    model.name(),
                    made.revision() == model.projection().revision()
                            ? "other tables of divisions than those in force"
                            : "revision " + made.revision() + " and this version makes revision "
                                    + model.projection().revision(),
                    switch (whenOutdated) {
                        case REBUILD -> "it is rebuilt now.";
                        case SAY -> "rebuild it; until then it does not follow the log.";
                    });
        }
    }
}
