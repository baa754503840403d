package org.huhang.query.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.KnownAt;
import org.huhang.query.api.Page;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.ShowsVersion;
import org.huhang.query.api.VersionedAnswer;
import org.huhang.query.area.Alert;
import org.huhang.query.casefile.CaseAnswer.AlertDocument;
import org.huhang.query.casefile.CaseAnswer.DueDocument;
import org.huhang.query.casefile.CaseFiles.Opened;
import org.huhang.query.casefile.ReplayAnswer.Asked;
import org.huhang.query.casefile.ReplayAnswer.Later;
import org.huhang.query.casefile.Timeline.Step;
import org.huhang.query.fact.AskedHistory;
import org.huhang.query.fact.FactDocument;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** One child's case: as it stands, how it came to be, and as it was. */
@RestController
@RequestMapping("/api/cases/{caseId}")
@Tag(
        name = "查阅档案 · Reading a case",
        description = "一名儿童的档案:现状、经过和当时所知 · One child's case: as it stands, how it came to be, as it was")
class CaseFileController {

    private static final String HISTORY = "history";

    private final CaseFiles files;
    private final Policies policies;
    private final Knowledge knowledge;
    private final Divisions divisions;

    CaseFileController(CaseFiles files, Policies policies, Knowledge knowledge, Divisions divisions) {
        this.files = files;
        this.policies = policies;
        this.knowledge = knowledge;
        this.divisions = divisions;
    }

    @GetMapping
    @ShowsVersion
    @Operation(
            operationId = "read-case",
            summary = "档案现状 · The case now",
            description =
                    "Read from the log itself, so every acknowledged command is in it. The ETag names the version and,"
                            + " behind a point, the tables of divisions, the calendar, the ages and the day: 304 is"
                            + " answered while all of them are the same. If-Match goes by the version alone.")
    CaseAnswer now(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) ServletWebRequest request) {
        Access.permit(actor, Act.READ_CASE);
        knowledge.now(minPosition);
        Opened opened = files.open(actor, Act.READ_CASE, caseId);
        Recorded last = opened.last();
        LocalDate today = knowledge.today();
        PolicyBook book = policies.now();
        OnTheDay day = OnTheDay.of(opened.now(), today, book);
        WorkingDays calendar = book.workingDays();
        return new VersionedAnswer(last, divisions, calendar, book.agesFingerprint(), today)
                .unlessKnown(request, () -> answer(opened, today, day, calendar));
    }

    private CaseAnswer answer(Opened opened, LocalDate today, OnTheDay day, WorkingDays calendar) {
        Recorded last = opened.last();
        return new CaseAnswer(
                opened.now().caseId(),
                last.version(),
                last.position(),
                last.recordedAt(),
                today,
                day.age(),
                day.overdueDays().isPresent() ? day.overdueDays().getAsLong() : null,
                day.alerts().stream().map(CaseFileController::alert).toList(),
                Due.in(opened.now(), calendar).stream()
                        .map(CaseFileController::due)
                        .toList(),
                files.write(opened, opened.now(), today));
    }

    @GetMapping("/history")
    @ShowsPosition
    @Operation(
            operationId = "case-history",
            summary = "逐项经过及其影响 · The facts one by one, oldest first, with what each did to the case",
            description =
                    "Facts in the order in which they were recorded, read from the log itself. knownAt leaves out what"
                            + " was recorded later: an instant with its offset, a day (its end in Asia/Shanghai) or a"
                            + " position of the log. With it, whose case it was then or since may read what was known"
                            + " then.")
    Page<FactDocument> history(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String knownAt,
            @FormOf(Form.CURSOR) @RequestParam(required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_HISTORY);
        AskedHistory asked =
                AskedHistory.of(HISTORY, actor, "caseId", caseId, knowledge, knownAt, cursor, limit, minPosition);
        Opened opened = files.open(actor, Act.READ_HISTORY, caseId, new Question(asked.moment(), Optional.empty()));
        List<Step> known = Timeline.steps(opened.history()).stream()
                .filter(step -> asked.wasKnown(step.fact()))
                .toList();
        return asked.page(known, Step::fact, files::write, response);
    }

    @GetMapping("/replay")
    @ShowsPosition
    @Operation(
            operationId = "replay-case",
            summary = "还原当时的档案 · The case as it was known, or as it was true",
            description =
                    "At least one of the two is asked for. knownAt takes what had been recorded by then: an instant"
                            + " with its offset, a day (its end in Asia/Shanghai) or a position of the log. effectiveAt"
                            + " takes what we know to have been true on that day, up to today. Both together: what was"
                            + " known then of that day. With knownAt, whose case it was then or since may read what was"
                            + " known then; changedSince is null for them once the case is no longer theirs.")
    ReplayAnswer replay(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @FormOf(Form.MOMENT) @RequestParam(required = false) String knownAt,
            @FormOf(Form.DAY) @RequestParam(required = false) String effectiveAt,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.REPLAY);
        // Before the case is read: what was under way then is in it.
        Question question =
                new Question(knowledge.asOf(knownAt, minPosition).moment(), knowledge.day("effectiveAt", effectiveAt));
        if (question.knownAt().isEmpty() && question.effectiveAt().isEmpty()) {
            // A replay says which time it means.
            throw new Refused(Refusal.at("knownAt", RefusalCode.MISSING_FIELD));
        }
        Opened opened = files.open(actor, Act.REPLAY, caseId, question);
        Moment last = Moment.last(
                opened.history().known().stream().filter(question::wasKnown).toList());
        response.setHeader(Page.POSITION, Long.toString(last.position()));
        Timeline timeline = new Timeline(question, opened.history());
        Optional<Registered> answer = timeline.answer();
        return new ReplayAnswer(
                opened.now().caseId(),
                new Asked(
                        knownAt,
                        KnownAt.read("knownAt", knownAt)
                                .map(CaseFileController::means)
                                .orElse(null),
                        effectiveAt),
                last.position(),
                last.recordedAt(),
                answer.isPresent(),
                answer.map(Registered::version).orElse(null),
                answer.map(view -> files.write(opened, view, question.day().orElseThrow()))
                        .orElse(null),
                timeline.base().stream().map(files::write).toList(),
                opened.theirs()
                        ? timeline.since().stream()
                                .map(step -> later(timeline, step))
                                .toList()
                        : null);
    }

    private Later later(Timeline timeline, Step step) {
        Set<Later.Reason> because = EnumSet.noneOf(Later.Reason.class);
        if (timeline.knownLater(step.fact())) {
            because.add(Later.Reason.RECORDED_LATER);
        }
        if (timeline.trueLater(step.fact())) {
            because.add(Later.Reason.EFFECTIVE_LATER);
        }
        return new Later(because, files.write(step), step.overrules());
    }

    private static Asked.Means means(KnownAt knownAt) {
        return switch (knownAt) {
            case KnownAt.At _ -> Asked.Means.INSTANT;
            case KnownAt.Day _ -> Asked.Means.END_OF_DAY;
            case KnownAt.Position _ -> Asked.Means.POSITION;
        };
    }

    private static DueDocument due(Due due) {
        return new DueDocument(due.kind(), due.day(), due.lastWorkingDay());
    }

    private static AlertDocument alert(Alert alert) {
        return new AlertDocument(alert.kind(), alert.day(), alert.daysPast());
    }
}
