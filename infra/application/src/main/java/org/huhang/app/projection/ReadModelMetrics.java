package org.huhang.app.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.huhang.kernel.log.CaseLog;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** How each read model stands, as numbers to be watched over time. Asks the database at most once a second. */
final class ReadModelMetrics implements MeterBinder {

    private record Known(ReadModelStatus status, Instant at) {}

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ReadModelCatalogue models;
    private final CaseLog log;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ReadModelMetrics(ReadModelCatalogue models, CaseLog log, InstantSource clock) {
        this.models = models;
        this.log = log;
        this.clock = clock;
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
                    "1 while its rows are of another revision",
                    status -> status.revision() == status.wanted() ? 0 : 1);
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
                    "rebuild.total",
                    "Facts a rebuild has to fold; 0 while there is none",
                    status -> status.rebuild()
                            .map(ReadModelStatus.RebuildStatus::total)
                            .orElse(0L));
        }
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

    /** Not a number while the database cannot be asked. */
    private double value(ReadModel model, ToDoubleFunction<ReadModelStatus> value) {
        try {
            Known last = known.compute(
                    model.name(),
                    (name, before) -> before != null && before.at().plus(FRESH).isAfter(clock.instant())
                            ? before
                            : new Known(ReadModelStatus.of(model, log.head()), clock.instant()));
            return value.applyAsDouble(last.status());
        } catch (DataAccessException | TransactionException e) {
            return Double.NaN;
        }
    }
}
