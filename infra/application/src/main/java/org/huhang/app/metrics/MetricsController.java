package org.huhang.app.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this process counts and measures, in the text format of Prometheus. Shows no child. */
@RestController
@Tag(name = MetricsController.TAG, description = "运行状况、指标和接口文档 · Health, metrics and these documents")
public class MetricsController {

    /** What an officer of operations finds these and other addresses of the running application under. */
    public static final String TAG = "运行 · Operations";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Operation(operationId = "metrics", summary = "运行指标 (Prometheus) · What the process counts and measures")
    @GetMapping(path = "/metrics", produces = "text/plain;version=0.0.4;charset=utf-8")
    String metrics(Actor actor) {
        Access.permit(actor, Act.READ_METRICS);
        return registry.scrape();
    }
}
