package org.huhang.app.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;

/**
 * Asks the database in the background, once a second, whether it answers; whoever wants to know is told from memory, at
 * once. A question that hangs for three seconds counts as not answered, and no other is asked meanwhile.
 */
final class DatabaseHealth implements HealthIndicator, MeterBinder, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    /**
     * Times are of {@link System#nanoTime}.
     *
     * @param asked when the question under way was asked
     * @param refused whether the last one came to nothing
     * @param answered when one last came to something
     */
    private record Known(Optional<Long> asked, boolean refused, Optional<Long> answered) {

        Status status(long now) {
            boolean hangs =
                    asked.filter(at -> now - at > LONGEST_ANSWER.toNanos()).isPresent();
            return hangs || refused ? Status.DOWN : answered.isPresent() ? Status.UP : Status.UNKNOWN;
        }

        Optional<Duration> silence(long now) {
            return answered.map(at -> Duration.ofNanos(now - at));
        }
    }

    private final DataSource database;
    private Known known = new Known(Optional.empty(), false, Optional.empty());
    private Status told = Status.UNKNOWN;
    private volatile ScheduledExecutorService watch;

    DatabaseHealth(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        long now = System.nanoTime();
        Known last = known();
        Health.Builder health = Health.status(last.status(now));
        last.silence(now).ifPresent(silence -> health.withDetail("answered", silence.toMillis() + " ms ago"));
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("huhang.database.up", this, it -> it.health().getStatus().equals(Status.UP) ? 1 : 0)
                .description("1 while the database answers this process")
                .register(registry);
        TimeGauge.builder("huhang.database.silence", this, TimeUnit.NANOSECONDS, DatabaseHealth::silence)
                .description("Since it last answered")
                .register(registry);
    }

    /** Not a number before the first answer. */
    private double silence() {
        return known().silence(System.nanoTime())
                .map(Duration::toNanos)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    @Override
    public void start() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("database-health").daemon().factory());
        watch.scheduleWithFixedDelay(this::look, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
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

    /** On a thread that never waits for the database, so that a change is told when it comes, and once. */
    private void look() {
        long now = System.nanoTime();
        if (known().asked().isEmpty()) {
            learn(last -> new Known(Optional.of(now), last.refused(), last.answered()));
            Thread.ofVirtual().name("database-question").start(this::ask);
        }
        Known last = known();
        Status status = last.status(now);
        if (status.equals(Status.DOWN) && !told.equals(Status.DOWN)) {
            LOG.warn("The database does not answer this process: it is asked every second until it does");
        } else if (status.equals(Status.UP) && told.equals(Status.DOWN)) {
            LOG.warn("The database answers again");
        }
        told = status;
    }

    /** The pool bounds how long this takes, and its fault is everybody's: nothing of it is worth a line of its own here. */
    private void ask() {
        boolean answers;
        try (Connection connection = database.getConnection()) {
            answers = connection.isValid((int) LONGEST_ANSWER.toSeconds());
        } catch (SQLException e) {
            answers = false;
        } catch (RuntimeException | Error e) {
            learn(last -> new Known(Optional.empty(), true, last.answered()));
            throw e;
        }
        boolean answered = answers;
        learn(last ->
                new Known(Optional.empty(), !answered, answered ? Optional.of(System.nanoTime()) : last.answered()));
    }

    private synchronized Known known() {
        return known;
    }

    private synchronized void learn(UnaryOperator<Known> news) {
        known = news.apply(known);
    }
}
