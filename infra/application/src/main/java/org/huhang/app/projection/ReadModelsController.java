package org.huhang.app.projection;

import java.util.List;
import org.huhang.app.OnQuerySide;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.CaseLog;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever runs the installation: how the read models stand, and making one anew. Shows no child. */
@RestController
@OnQuerySide
@RequestMapping("/api/read-models")
class ReadModelsController {

    private final ReadModelCatalogue models;
    private final Rebuilds rebuilds;
    private final CaseLog log;

    ReadModelsController(ReadModelCatalogue models, Rebuilds rebuilds, CaseLog log) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.log = log;
    }

    record Statuses(List<ReadModelStatus> items) {}

    @GetMapping
    Statuses statuses(Actor actor) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        long head = log.head();
        return new Statuses(models.all().stream()
                .map(model -> ReadModelStatus.of(model, head))
                .toList());
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReadModelStatus rebuild(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        rebuilds.begin(name);
        return ReadModelStatus.of(models.named(name), log.head());
    }
}
