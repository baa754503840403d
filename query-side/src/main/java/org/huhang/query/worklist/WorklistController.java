package org.huhang.query.worklist;

import static org.huhang.query.worklist.WorklistProjection.NAME;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.access.Access;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Form;
import org.huhang.query.api.FormOf;
import org.huhang.query.api.Knowledge;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Parameters;
import org.huhang.query.api.Place;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.api.ShowsPosition;
import org.huhang.query.api.Words;
import org.huhang.query.api.WordsOf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is due in the cases of the reader's jurisdiction, the most overdue first. It is of now: it says up to which fact the log
 * was taken in, and cannot be asked as of an earlier moment.
 */
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
     */
    @Operation(
            operationId = "worklist",
            summary = "查询待办 · What is due in the cases of your division, most overdue first")
    @ShowsPosition
    @GetMapping("/api/worklist")
    Page<Task> worklist(
            Actor actor,
            @WordsOf(TaskKind.class) @RequestParam(name = "kind", required = false) String kind,
            @FormOf(Form.DIVISION) @RequestParam(name = "division", required = false) String division,
            @FormOf(Form.DAY) @RequestParam(name = "dueBefore", required = false) String dueBefore,
            @FormOf(Form.CURSOR) @RequestParam(name = "cursor", required = false) String cursor,
            @FormOf(Form.LIMIT) @RequestParam(name = "limit", required = false) String limit,
            @FormOf(Form.POSITION) @RequestParam(name = "min-position", required = false) String minPosition,
            @Parameter(hidden = true) HttpServletResponse response) {
        Access.permit(actor, Act.READ_WORKLIST);
        LocalDate today = knowledge.today();
        ScopeFilter scope = ScopeFilter.of(actor, divisions);
        DivisionFilter within = DivisionFilter.of("division", division, divisions, "residence_scope", "hukou_scope");
        Optional<TaskKind> only = Words.one("kind", kind, TaskKind.class);
        Optional<LocalDate> before = Parameters.date("dueBefore", dueBefore);
        AskedList list = AskedList.of(LIST, actor)
                .with("kind", only)
                .with("division", division)
                .with("dueBefore", before)
                .list();
        Optional<Cursor> after = Cursor.read(list, 3, cursor);
        Limit rows = Limit.of(limit);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.putAll(scope.parameters());
        parameters.putAll(within.parameters());
        parameters.put("before", before.orElse(today.plusDays(USUAL_DAYS_AHEAD + 1)));
        parameters.put("rows", rows.plusOne());
        only.ifPresent(one -> parameters.put("kind", one.name()));
        after.ifPresent(place -> {
            parameters.put("afterDay", place.date(0));
            parameters.put("afterCase", place.uuid(1));
            parameters.put("afterKind", place.text(2));
        });
        String sql = """
                SELECT * FROM task
                WHERE due_on < :before AND %s AND %s%s%s
                ORDER BY due_on, case_id, kind LIMIT :rows""".formatted(
                        scope.sql(),
                        within.sql(),
                        only.isPresent() ? " AND kind = :kind" : "",
                        after.isPresent() ? " AND (due_on, case_id, kind) > (:afterDay, :afterCase, :afterKind)" : "");
        WorkingDays workingDays = policies.now().workingDays();
        Page<Task> page = readModels.read(
                NAME,
                knowledge.now(minPosition),
                (tables, known) -> Page.of(
                        tables.sql(sql)
                                .params(parameters)
                                .query((row, _) -> task(row, today, workingDays))
                                .list(),
                        rows,
                        last -> Cursor.write(list, last.dueOn(), last.caseId().value(), last.kind()),
                        known));
        page.tell(response);
        return page;
    }

    private Task task(ResultSet row, LocalDate today, WorkingDays workingDays) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        return new Task(
                CaseId.of(row.getString("case_id")),
                kind,
                due,
                kind.hasLastDay() ? workingDays.lastBy(due) : null,
                Math.max(0, ChronoUnit.DAYS.between(due, today)),
                row.getString("child"),
                Place.of(row.getString("residence"), divisions),
                Place.of(row.getString("hukou"), divisions));
    }
}
