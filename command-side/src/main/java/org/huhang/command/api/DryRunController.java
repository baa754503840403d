package org.huhang.command.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.huhang.command.api.json.DateText;
import org.huhang.command.api.json.StreamIdText;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.Evaluation;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.time.Shanghai;
import org.huhang.kernel.value.CaseId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What screening would find, criterion by criterion. Changes nothing and leaves no trace on any case. */
@Tag(name = "试算 · Screening dry run", description = "只看结果,不作记录 · What screening would find; nothing is recorded")
@RestController
class DryRunController {

    private final DryRun dryRun;
    private final InstantSource clock;

    DryRunController(DryRun dryRun, InstantSource clock) {
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Operation(
            operationId = "dry-run-case",
            summary = "试算:按现有档案进行摸排,不作任何变更 · Screen the facts on file, changing nothing")
    @GetMapping("/api/cases/{caseId}/screening/dry-run")
    Evaluation ofCase(
            @PathVariable("caseId") String caseId,
            @Parameter(description = "Day to judge by; today without it, and a day to come shows what will hold then")
                    @Schema(type = "string", format = "date")
                    @RequestParam(name = "on", required = false)
                    String on,
            Actor actor) {
        Access.permit(actor, Act.DRY_RUN_SCREENING);
        LocalDate day = on == null ? today() : DateText.parameter("on", on);
        return dryRun.ofCase(
                StreamIdText.read(caseId)
                        .map(id -> new CaseId(id.value()))
                        .orElseThrow(() -> new Refused(RefusalCode.CASE_NOT_FOUND)),
                day,
                actor);
    }

    @Operation(
            operationId = "dry-run-registration",
            summary = "试算:按登记表的内容进行摸排,不建档 · Screen the facts of a registration without registering",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Register"))))
    @PostMapping(path = "/api/screening/dry-run", consumes = MediaType.APPLICATION_JSON_VALUE)
    Evaluation ofRegistration(@RequestBody(required = false) byte[] body, Actor actor) {
        Access.permit(actor, Act.DRY_RUN_SCREENING);
        return dryRun.ofRegistration(CommandBody.read(body, Register.class).command(), today(), actor);
    }

    private LocalDate today() {
        return Shanghai.dayOf(clock.instant());
    }
}
