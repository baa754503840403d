package org.huhang.query.casefile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.log.VersionTag;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.casefile.CaseAnswer.AlertDocument;
import org.huhang.query.casefile.CaseFiles.Opened;
import org.huhang.query.casefile.ReplayAnswer.Asked;
import org.huhang.query.casefile.ReplayAnswer.Later;
import org.huhang.query.casefile.Timeline.Step;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** One child's case: as it stands, how it came to be, and as it was. */
@RestController
@RequestMapping("/api/cases/{caseId}")
@Tag(name = "Case")
class CaseFileController {

    private static final String POSITION = "Huhang-Position";
    private static final String HISTORY = "history";

    private final CaseFiles files;

    CaseFileController(CaseFiles files) {
        this.files = files;
    }

    @GetMapping
    @Operation(
            summary = "The case now",
            description =
                    "Read from the log itself, so every acknowledged command is in it. The ETag is the version. 304"
                            + " is answered while neither a fact nor the calendar (age, overdue visits, alerts) has changed"
                            + " anything since that version was recorded.")
    CaseAnswer now(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @Parameter(hidden = true) ServletWebRequest request) {
        Opened opened = files.open(actor, Act.READ_CASE, caseId);
        Recorded last = opened.last();
        LocalDate today = files.today();
        OnTheDay day = OnTheDay.of(opened.now(), today);
        OnTheDay then = OnTheDay.of(opened.now(), Shanghai.dayOf(last.recordedAt()));
        String tag = VersionTag.of(last.version());
        HttpServletResponse response = request.getResponse();
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(POSITION, Long.toString(last.position()));
        if (day.equals(then) && seen(request, last.version())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        return new CaseAnswer(
                opened.now().caseId().toString(),
                last.version(),
                last.position(),
                today.toString(),
                day.age(),
                day.overdueDays().isPresent() ? day.overdueDays().getAsLong() : null,
                day.alerts().stream().map(CaseFileController::alert).toList(),
                files.write(opened.now()));
    }

    @GetMapping("/history")
    @Operation(
            summary = "The facts one by one, oldest first, with what each did to the case",
            description = "Facts in the order in which they were recorded.")
    Page<FactDocument> history(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @RequestParam(required = false) String cursor,
            @RequestParam(required = false) String limit,
            @Parameter(hidden = true) HttpServletResponse response) {
        Opened opened = files.open(actor, Act.READ_HISTORY, caseId);
        Limit rows = Limit.of(limit);
        long after = Cursor.read(HISTORY, 1, cursor).map(last -> last.number(0)).orElse(-1L);
        response.setHeader(POSITION, Long.toString(opened.last().position()));
        List<Step> steps = Timeline.steps(opened.facts()).stream()
                .filter(step -> step.fact().version() > after)
                .limit(rows.plusOne())
                .toList();
        return Page.of(steps, rows, step -> Cursor.write(HISTORY, step.fact().version()))
                .map(files::write);
    }

    @GetMapping("/replay")
    @Operation(
            summary = "The case as it was known, or as it was true",
            description =
                    "At least one of the two is asked for. knownAt takes what had been recorded by then: an instant"
                            + " with its offset, a date (the end of that day in Asia/Shanghai), or a position of the log."
                            + " effectiveAt takes what we know to have been true on that day. Both together: what was known then"
                            + " of that day.")
    ReplayAnswer replay(
            @Parameter(hidden = true) Actor actor,
            @PathVariable String caseId,
            @RequestParam(required = false) String knownAt,
            @RequestParam(required = false) String effectiveAt,
            @Parameter(hidden = true) HttpServletResponse response) {
        Opened opened = files.open(actor, Act.REPLAY, caseId);
        Question question = Question.of(knownAt, effectiveAt);
        response.setHeader(POSITION, Long.toString(opened.last().position()));
        Timeline timeline = Timeline.of(question, opened.facts());
        Optional<CaseView> answer = timeline.answer();
        return new ReplayAnswer(
                opened.now().caseId().toString(),
                new Asked(
                        knownAt,
                        question.knownAt().map(CaseFileController::means).orElse(null),
                        effectiveAt),
                answer.isPresent(),
                answer.map(CaseView::version).orElse(null),
                files.write(answer.orElse(null)),
                timeline.base().stream().map(files::write).toList(),
                timeline.since().stream().map(step -> later(timeline, step)).toList());
    }

    private static boolean seen(ServletWebRequest request, long version) {
        String[] lines = request.getHeaderValues(HttpHeaders.IF_NONE_MATCH);
        if (lines == null) {
            return false;
        }
        List<String> given = List.of(lines);
        return given.equals(List.of("*"))
                || VersionTag.versions(given)
                        .filter(seen -> seen.contains(version))
                        .isPresent();
    }

    private Later later(Timeline timeline, Step step) {
        List<String> because = new ArrayList<>();
        if (timeline.knownLater(step.fact())) {
            because.add("RECORDED_LATER");
        }
        if (timeline.trueLater(step.fact())) {
            because.add("EFFECTIVE_LATER");
        }
        return new Later(because, files.write(step));
    }

    private static String means(Question.KnownAt knownAt) {
        return switch (knownAt) {
            case Question.KnownAt.Moment moment -> "INSTANT";
            case Question.KnownAt.EndOf end -> "END_OF_DAY";
            case Question.KnownAt.Position position -> "POSITION";
        };
    }

    private static AlertDocument alert(Alert alert) {
        return new AlertDocument(alert.kind().name(), alert.day().toString(), alert.daysPast());
    }
}
