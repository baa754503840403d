package org.huhang.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.log.RequestId;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Screening lists: handed in as CSV, carried into the register by a job, reported row by row. */
@RestController
@RequestMapping("/api/imports")
@Tag(name = "名单导入 · List imports", description = "摸排名单导入 · Screening lists as CSV")
class ImportController {

    private static final int MOST_LISTED = 50;
    private static final String UNNAMED = "screening-list.csv";

    private final ImportJournal journal;
    private final Intake intake;
    private final ImportReport report;
    private final ProgressEvents events;
    private final Policies policies;

    ImportController(
            ImportJournal journal, Intake intake, ImportReport report, ProgressEvents events, Policies policies) {
        this.journal = journal;
        this.intake = intake;
        this.report = report;
        this.events = events;
        this.policies = policies;
    }

    @Operation(operationId = "import-list", summary = "提交摸排名单 (CSV, UTF-8 或 GB18030) · Hand in a screening list")
    @TakenIn
    @PostMapping(
            consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportProgress> submit(
            @RequestParam(name = "dry-run", required = false) String dryRun,
            @RequestParam(name = "file-name", defaultValue = UNNAMED) String fileName,
            InputStream body,
            Actor actor,
            RequestId requestId)
            throws IOException {
        return accepted(intake.take(body, fileName, isDryRun(dryRun), actor, requestId));
    }

    /** The form is read as it arrives, by nobody else, and only once its sender is known to be allowed to import. */
    @Operation(operationId = "import-list", summary = "以表单上传摸排名单 · Hand in a screening list from a form")
    @TakenIn
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ImportProgress> submitForm(
            @RequestParam(name = "dry-run", required = false) String dryRun,
            @Parameter(hidden = true) HttpServletRequest request,
            Actor actor,
            RequestId requestId)
            throws IOException {
        Access.permit(actor, Act.IMPORT);
        isDryRun(dryRun);
        intake.requireRoom(actor);
        ListForm form = ListForm.of(request);
        if (dryRun != null && form.dryRun().isPresent()) {
            throw new Refused(Refusal.at("dry-run", RefusalCode.INVALID_PARAMETER));
        }
        return accepted(intake.take(
                form, form.fileName().orElse(UNNAMED), isDryRun(form.dryRun().orElse(dryRun)), actor, requestId));
    }

    @Operation(operationId = "recent-imports", summary = "最近的导入 · The newest imports")
    @GetMapping
    List<ImportProgress> recent(Actor actor) {
        Access.permit(actor, Act.IMPORT);
        return journal.recent(withinReach(actor), MOST_LISTED).stream()
                .map(ImportProgress::of)
                .toList();
    }

    @Operation(operationId = "import-progress", summary = "导入进度 · How far an import has come")
    @GetMapping("/{id}")
    ImportProgress progress(@PathVariable String id, Actor actor) {
        return ImportProgress.of(visible(id, actor));
    }

    @Operation(operationId = "import-events", summary = "导入进度推送 (SSE) · Progress as Server-Sent Events")
    @ApiResponse(
            responseCode = "200",
            description = "One event whenever the job has come further, the last when it is done",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = ImportProgress.class)))
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_LISTENERS: this account listens to as many imports as it may; close one of them",
            headers = @Header(name = HttpHeaders.RETRY_AFTER, required = true, schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "503",
            description = "NO_ROOM_FOR_LISTENERS: all accounts together do",
            headers = @Header(name = HttpHeaders.RETRY_AFTER, required = true, schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id, Actor actor) {
        return events.follow(visible(id, actor), actor);
    }

    @Operation(operationId = "import-report", summary = "逐行结果 (CSV) · What became of every row")
    @ApiResponse(
            responseCode = "200",
            description =
                    "One line a row of the list. Where its county was divided since, cases that are another office's now are"
                            + " not named, nor what they were screened as",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping(path = "/{id}/report", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> report(@PathVariable String id, Actor actor, Locale locale) {
        ImportJob job = visible(id, actor);
        job.failure().ifPresent(failure -> {
            throw new Refused(failure);
        });
        if (job.state() != ImportJob.State.DONE) {
            throw new Refused(RefusalCode.IMPORT_NOT_FINISHED);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("import-" + job.id() + ".csv")
                                .build()
                                .toString())
                .body(out -> report.write(job, actor, locale, out));
    }

    /** What was only to be tried must not be done: anything but a plain yes or no is refused. */
    private static boolean isDryRun(String asked) {
        return switch (asked) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw new Refused(Refusal.at("dry-run", RefusalCode.INVALID_PARAMETER));
        };
    }

    private static ResponseEntity<ImportProgress> accepted(ImportJob job) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + job.id()))
                .body(ImportProgress.of(job));
    }

    /** Lists follow their county: whoever came after the office that handed one in sees what became of it. */
    private Predicate<Jurisdiction> withinReach(Actor actor) {
        return Reach.of(actor.jurisdiction(), policies.now().divisions())::covers;
    }

    /** @throws Refused {@code IMPORT_NOT_FOUND} also for a job of an office out of reach */
    private ImportJob visible(String id, Actor actor) {
        Access.permit(actor, Act.IMPORT);
        return parsed(id)
                .filter(job -> withinReach(actor).test(job.submittedBy().jurisdiction()))
                .orElseThrow(() -> new Refused(RefusalCode.IMPORT_NOT_FOUND));
    }

    private Optional<ImportJob> parsed(String id) {
        try {
            return journal.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
