package org.huhang.app.security.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huhang.app.security.provider.ProviderKeys.KeyStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether tokens can be checked, as last known: nobody waits for the provider here. Up also while the provider does not
 * answer but its keys are known; the details tell the two apart.
 */
final class ProviderHealth implements HealthIndicator {

    private final ProviderKeys keys;
    private final InstantSource clock;

    ProviderHealth(ProviderKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Health health() {
        KeyStatus status = keys.status();
        Health.Builder health = status.usable(clock.instant()).isPresent() ? Health.up() : Health.outOfService();
        health.withDetail("provider", status.trouble().map(why -> "It " + why).orElseGet(() -> answered(status)));
        if (status.keys().isPresent()) {
            health.withDetail("lastAnswer", status.answered().toString());
        }
        return health.build();
    }

    ProviderMetrics metrics() {
        return new ProviderMetrics(() -> answers(keys.status()), this::silence);
    }

    private static boolean answers(KeyStatus status) {
        return status.keys().isPresent() && status.trouble().isEmpty();
    }

    /** Not a number before the first answer. */
    private double silence() {
        KeyStatus status = keys.status();
        return status.keys().isEmpty()
                ? Double.NaN
                : Duration.between(status.answered(), clock.instant()).toMillis();
    }

    private static String answered(KeyStatus status) {
        return status.asked().equals(Instant.MIN) ? "It was not asked yet" : "It answers";
    }
}
