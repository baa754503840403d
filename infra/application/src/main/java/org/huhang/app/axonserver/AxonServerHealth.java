package org.huhang.app.axonserver;

import org.huhang.log.axonserver.AxonServerLink;
import org.huhang.log.axonserver.LogFollower;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the connection stands and the log is being followed. */
final class AxonServerHealth implements HealthIndicator {

    private final AxonServerLink link;
    private final LogFollower follower;

    AxonServerHealth(AxonServerLink link, LogFollower follower) {
        this.link = link;
        this.follower = follower;
    }

    @Override
    public Health health() {
        if (!link.connected()) {
            return Health.down().withDetail("servers", link.servers()).build();
        }
        return follower.trouble()
                .map(trouble -> Health.down().withDetail("log", trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
