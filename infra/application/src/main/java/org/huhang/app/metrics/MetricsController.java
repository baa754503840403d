package org.huhang.app.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this process counts and measures, in the text format of Prometheus. Shows no child. */
@RestController
class MetricsController {

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
    String metrics(Actor actor) {
        Access.permit(actor, Act.READ_METRICS);
        return registry.scrape();
    }
}
