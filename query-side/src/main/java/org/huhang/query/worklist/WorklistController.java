package org.huhang.query.worklist;

import static org.huhang.query.worklist.WorklistProjection.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.time.Shanghai;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.huhang.query.area.TaskKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due in the cases of the reader's jurisdiction, the most overdue first. */
@RestController
@Tag(name = "待办 · Work due", description = "到期和逾期事项 · What is due or overdue in open cases")
class WorklistController {

    /** How far ahead one looks who does not say: eighteenth birthdays lie years off. */
    private static final int USUAL_DAYS_AHEAD = 30;

    private static final String LIST = "worklist";

    private final ReadModels readModels;
    private final Divisions divisions;
    private final Policies policies;
    private final Knowledge knowledge;

    WorklistController(ReadModels readModels, Divisions divisions, Policies policies, Knowledge knowledge) {
        this.readModels = readModels;
        this.divisions = divisions;
        this.policies = policies;
        this.knowledge = knowledge;
    }

    /**
     * @param kind e.g. visit-due; absent for all
     * @param division where the child lives or is registered
     * @param dueBefore shows what is due on an earlier day, and may lie ahead, for that is what a work list is for; absent for
     *     what is due within thirty days
     * @param knownAt the list as it was known then: an instant with its offset, a day (its end in Asia/Shanghai) or a position
     *     of the log; absent for now
     * @param on the day on which days overdue are counted, up to today; absent for today, with knownAt for the day of the last
     *     fact known then
     */
    @Operation(
            operationId = "worklist",
            summary = "查询待办 · What is due in the cases of your division, most overdue first")
    @ShowsPosition
    @GetMapping("/api/worklist")
    WorklistPage worklist(
            Actor actor,
            @WordsOf(TaskKind.class) @RequestParam(name = "kind", required = false) String kind,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @FormOf(Form.DAY) @RequestParam(name = "dueBefore", required = false) String dueBefore,
            @FormOf(Form.MOMENT) @RequestParam(name = "knownAt", required = false) String knownAt,
            @FormOf(Form.DAY) @RequestParam(name = "on", required = false) String on,
            @FormOf(Form.CURSOR) @RequestParam(name = "cursor", required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(name = "limit", required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_WORKLIST);
        ScopeFilter scope = ScopeFilter.of(actor, divisions);
        DivisionFilter within = DivisionFilter.of("division", division, divisions, "residence_scope", "hukou_scope");
        Optional<TaskKind> only = Words.one("kind", kind, TaskKind.class);
        Optional<LocalDate> before = Parameters.date("dueBefore", dueBefore);
        Optional<LocalDate> asked = knowledge.day("on", on);
        AskedList list = AskedList.of(LIST, actor)
                .with("kind", only)
                .with("division", division)
                .with("dueBefore", before)
                .with("on", asked)
                .list();
        Optional<Cursor> after = Cursor.read(list, WorklistQuery.CURSOR, cursor);
        Limit rows = Limit.of(limit);
        AsOf asOf = knowledge.asOf("knownAt", knownAt, minPosition, after);
        WorklistPage page = readModels.read(NAME, asOf, (tables, known) -> {
            LocalDate day = asked.or(() -> after.map(WorklistQuery::day))
                    .orElseGet(() -> knownAt == null ? knowledge.today() : Shanghai.dayOf(known.recordedAt()));
            WorklistQuery query = new WorklistQuery(day, known, policies.now().workingDays())
                    .where("due_on < :before", Map.of("before", before.orElse(day.plusDays(USUAL_DAYS_AHEAD + 1))))
                    .where(scope.sql(), scope.parameters())
                    .where(within.sql(), within.parameters());
            only.ifPresent(kindAsked -> query.where("kind = :kind", Map.of("kind", kindAsked.name())));
            return query.read(tables, divisions, list, after, rows);
        });
        response.setHeader(Page.POSITION, Long.toString(page.position()));
        return page;
    }
}
