package org.huhang.app.projection;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.huhang.app.OnQuerySide;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.projection.ParkedCase;
import org.huhang.projection.ParkedCases;
import org.huhang.projection.ReadModel;
import org.huhang.projection.ReadModelCatalogue;
import org.huhang.projection.ReadModelStatus;
import org.huhang.projection.Rebuilds;
import org.huhang.projection.Unparking;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For whoever runs the installation: how the read models stand, and making one anew. Shows no child. */
@RestController
@OnQuerySide
@RequestMapping(path = "/api/read-models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
        name = "查询库维护 · Read models",
        description = "查询库的进度与重建 · How far the lists and figures follow the log, and making them anew")
class ReadModelsController {

    private static final int SHOWN = 1000;

    private final ReadModelCatalogue models;
    private final Rebuilds rebuilds;
    private final Unparking unparking;
    private final EventLog log;

    ReadModelsController(ReadModelCatalogue models, Rebuilds rebuilds, Unparking unparking, EventLog log) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.unparking = unparking;
        this.log = log;
    }

    record Statuses(List<ReadModelStatus> items) {}

    @Operation(operationId = "read-models", summary = "查询库状态 · How the read models stand")
    @GetMapping
    Statuses statuses(Actor actor) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        long head = log.head();
        return new Statuses(models.all().stream()
                .map(model -> ReadModelStatus.of(model, head))
                .toList());
    }

    @Operation(operationId = "rebuild-read-model", summary = "重建查询库 · Make a read model anew")
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReadModelStatus rebuild(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        rebuilds.begin(name);
        return ReadModelStatus.of(models.named(name), log.head());
    }

    /** Brings the copy read before the last rebuild up to date and back into its place. */
    @Operation(
            operationId = "restore-previous-read-model",
            summary = "恢复重建前的查询库 · Bring the copy before the last rebuild back")
    @PostMapping("/{name}/restore-previous")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReadModelStatus restorePrevious(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        rebuilds.restorePrevious(name);
        return ReadModelStatus.of(models.named(name), log.head());
    }

    @Operation(
            operationId = "discard-previous-read-model",
            summary = "清除重建前的查询库 · Discard the copy before the last rebuild")
    @PostMapping("/{name}/discard-previous")
    ReadModelStatus discardPrevious(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        rebuilds.discardPrevious(name);
        return ReadModelStatus.of(models.named(name), log.head());
    }

    /** @param parked how many there are, of which {@code items} are the longest parked */
    record Parked(long parked, List<ParkedCase> items) {}

    /** The cases that a read model passes over since it could not apply one of their facts. */
    @Operation(operationId = "parked-cases", summary = "暂未跟上的档案 · Cases a read model passes over")
    @GetMapping("/{name}/parked")
    Parked parked(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        ParkedCases parked = models.named(name).live().parked();
        return new Parked(parked.count(), parked.first(SHOWN));
    }

    /** @param stillParked those of them that still cannot be followed, for the reason that is shown with them now */
    record Replayed(int followed, List<ParkedCase> stillParked) {}

    /** Folds one parked case anew, from its first fact on. */
    @Operation(operationId = "replay-parked-case", summary = "重新处理一份暂未跟上的档案 · Fold one parked case anew")
    @PostMapping("/{name}/parked/{caseId}/replay")
    Replayed replay(Actor actor, @PathVariable String name, @PathVariable String caseId) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        return replay(models.named(name), List.of(parked(caseId)));
    }

    /** Folds every parked case anew, from its first fact on; of very many, the longest parked. */
    @Operation(operationId = "replay-parked-cases", summary = "重新处理全部暂未跟上的档案 · Fold every parked case anew")
    @PostMapping("/{name}/parked/replay")
    Replayed replayAll(Actor actor, @PathVariable String name) {
        Access.permit(actor, Act.RUN_READ_MODELS);
        ReadModel model = models.named(name);
        return replay(
                model,
                model.live().parked().first(SHOWN).stream()
                        .map(ParkedCase::caseId)
                        .toList());
    }

    private Replayed replay(ReadModel model, List<CaseId> cases) {
        List<ParkedCase> stillParked = cases.stream()
                .filter(caseId -> !unparking.replay(model, caseId))
                .flatMap(caseId -> model.live().parked().find(caseId).stream())
                .toList();
        return new Replayed(cases.size() - stillParked.size(), stillParked);
    }

    private static CaseId parked(String caseId) {
        try {
            return CaseId.of(caseId);
        } catch (IllegalArgumentException e) {
            throw new Refused(RefusalCode.READ_MODEL_CASE_NOT_PARKED);
        }
    }
}
