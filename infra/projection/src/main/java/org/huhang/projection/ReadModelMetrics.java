package org.huhang.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.huhang.kernel.log.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * How each read model stands, as numbers to be watched over time. The database is asked every few seconds, in the
 * background; whoever wants the numbers gets them from memory, however many ask and however slow the database is.
 */
final class ReadModelMetrics implements MeterBinder, SmartLifecycle {

    /** @param at by {@link System#nanoTime} */
    private record Known(Map<String, ReadModelStatus> statuses, long at) {}

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelMetrics.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    /** Older numbers are none. */
    private static final Duration LONGEST_AGE = Duration.ofSeconds(30);

    private final ReadModelCatalogue models;
    private final EventLog log;
    private volatile Optional<Known> known = Optional.empty();
    private volatile ScheduledExecutorService sampling;

    ReadModelMetrics(ReadModelCatalogue models, EventLog log) {
        this.models = models;
        this.log = log;
    }

    @Override
    public void start() {
        sample();
        sampling = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("read-model-metrics").daemon().factory());
        sampling.scheduleWithFixedDelay(this::sample, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        sampling.shutdownNow();
        sampling = null;
    }

    @Override
    public boolean isRunning() {
        return sampling != null;
    }

    /** After the read models are followed, and so prepared. */
    @Override
    public int getPhase() {
        return -400;
    }

    private void sample() {
        try {
            long head = log.head();
            known = Optional.of(new Known(
                    models.all().stream()
                            .collect(Collectors.toMap(ReadModel::name, model -> ReadModelStatus.of(model, head))),
                    System.nanoTime()));
        } catch (RuntimeException e) {
            // The last numbers stand until they are too old.
            LOG.debug("Read models cannot be measured: {}", FaultReason.of(e));
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReadModel model : models.all()) {
            gauge(registry, model, "position", "Position of the last fact taken in", ReadModelStatus::position);
            gauge(registry, model, "lag", "Facts still to be taken in", ReadModelStatus::lag);
            gauge(registry, model, "parked", "Cases that are passed over", ReadModelStatus::parked);
            gauge(
                    registry,
                    model,
                    "stopped",
                    "1 while it cannot go on",
                    status -> status.state() == ReadModelStatus.State.STOPPED ? 1 : 0);
            gauge(
                    registry,
                    model,
                    "outdated",
                    "1 while its rows are of another revision, or of other tables of divisions",
                    status -> status.outdated() ? 1 : 0);
            gauge(
                    registry,
                    model,
                    "rebuild.facts",
                    "Facts a rebuild has folded; 0 while there is none",
                    status -> status.rebuild()
                            .map(ReadModelStatus.RebuildStatus::facts)
                            .orElse(0L));
            gauge(
                    registry,
                    model,
                    "rebuild.goal",
                    "Facts a rebuild has to fold; 0 while there is none",
                    status -> status.rebuild()
                            .map(ReadModelStatus.RebuildStatus::total)
                            .orElse(0L));
        }
        TimeGauge.builder("huhang.read.model.age", this, TimeUnit.NANOSECONDS, ReadModelMetrics::age)
                .description("Age of all these numbers")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry,
            ReadModel model,
            String name,
            String description,
            ToDoubleFunction<ReadModelStatus> value) {
        Gauge.builder("huhang.read.model." + name, model, it -> value(it, value))
                .description(description)
                .tag("name", model.name())
                .strongReference(true)
                .register(registry);
    }

    /** Not a number while none is known that is new enough. */
    private double value(ReadModel model, ToDoubleFunction<ReadModelStatus> value) {
        return known.filter(it -> System.nanoTime() - it.at() < LONGEST_AGE.toNanos())
                .map(it -> value.applyAsDouble(it.statuses().get(model.name())))
                .orElse(Double.NaN);
    }

    private double age() {
        return known.map(it -> (double) (System.nanoTime() - it.at())).orElse(Double.NaN);
    }
}
