package org.huhang.app.security.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.huhang.app.security.provider.ProviderKeys.Standing;
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
        Standing standing = keys.standing();
        Health.Builder health = standing.usable(clock.instant()).isPresent() ? Health.up() : Health.outOfService();
        health.withDetail("provider", standing.trouble().map(why -> "It " + why).orElseGet(() -> answered(standing)));
        if (standing.keys().isPresent()) {
            health.withDetail("lastAnswer", standing.answered().toString());
        }
        return health.build();
    }

    ProviderMetrics metrics() {
        return new ProviderMetrics(() -> answers(keys.standing()), this::silence);
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
