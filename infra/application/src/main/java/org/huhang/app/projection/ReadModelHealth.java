package org.huhang.app.projection;

import org.huhang.app.Side;
import org.huhang.projection.Condition;
import org.huhang.projection.ProjectionRunner;
import org.huhang.projection.ReadModel;
import org.huhang.projection.ReadModelCatalogue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether questions are answered here. A process that does nothing else is out of service while it cannot read a fact of
 * the log, or its tables: a newer one may run beside it. One that takes commands too goes on with those.
 */
public final class ReadModelHealth implements HealthIndicator {

    private final ReadModelCatalogue models;
    private final ProjectionRunner runner;
    private final Side side;

    public ReadModelHealth(ReadModelCatalogue models, ProjectionRunner runner, Side side) {
        this.models = models;
        this.runner = runner;
        this.side = side;
    }

    @Override
    public Health health() {
        boolean answers =
                runner.isRunning() && (side.commands() || models.all().stream().allMatch(ReadModelHealth::canGoOn));
        return (answers ? Health.up() : Health.outOfService()).build();
    }

    /** A database that cannot be reached stops it too, and has a health of its own. */
    private static boolean canGoOn(ReadModel model) {
        return model.serves()
                && !(model.condition() instanceof Condition.Stopped stopped
                        && stopped.position().isPresent());
    }
}
