package org.huhang.app.security.provider;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.huhang.app.security.provider.ProviderKeys.Standing;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether tokens can be checked, as last known: nobody waits for the provider here. Up also while the provider does not
 * answer but its keys are known; the details tell the two apart.
 */
final class ProviderHealth implements HealthIndicator, MeterBinder {

    private final ProviderKeys keys;
    private final InstantSource clock;

    ProviderHealth(ProviderKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Standing standing = keys.standing();
        Health.Builder health = standing.usable(clock.instant()).isPresent() ? Health.up() : Health.outOfService();
        health.withDetail("provider", standing.trouble().map(why -> "It " + why).orElseGet(() -> answered(standing)));
        if (standing.keys().isPresent()) {
            health.withDetail("lastAnswer", standing.answered().toString());
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("huhang.token.provider.up", keys, its -> answers(its.standing()) ? 1 : 0)
                .description("1 while the token provider answers this process")
                .register(registry);
        TimeGauge.builder("huhang.token.provider.silence", this, TimeUnit.MILLISECONDS, ProviderHealth::silence)
                .description("Since it last handed out its keys")
                .register(registry);
    }

    private static boolean answers(Standing standing) {
        return standing.keys().isPresent() && standing.trouble().isEmpty();
    }

    /** Not a number before the first answer. */
    private double silence() {
        Standing standing = keys.standing();
        return standing.keys().isEmpty()
                ? Double.NaN
                : Duration.between(standing.answered(), clock.instant()).toMillis();
    }

    private static String answered(Standing standing) {
        return standing.asked().equals(Instant.MIN) ? "It was not asked yet" : "It answers";
    }
}
