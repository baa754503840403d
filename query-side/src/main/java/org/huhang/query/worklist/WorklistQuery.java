package org.huhang.query.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Place;
import org.huhang.query.area.TaskKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of the work list, the most overdue first: conditions are added, all of which hold. */
final class WorklistQuery {

    /** Fields of a cursor: position and day of the first page, then day, case and kind of the last task shown. */
    static final int CURSOR = 5;

    private final LocalDate day;
    private final Moment known;
    private final WorkingDays workingDays;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param day on which days overdue are counted, and of which it is told whose a place was
     * @param known up to which moment: tasks of later facts are left out, and those that they replaced are brought back
     * @param workingDays as they are published now
     */
    WorklistQuery(LocalDate day, Moment known, WorkingDays workingDays) {
        this.day = day;
        this.known = known;
        this.workingDays = workingDays;
        parameters.put("known", known.position());
    }

    WorklistQuery where(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    WorklistPage read(JdbcClient tables, Divisions divisions, AskedList list, Optional<Cursor> after, Limit limit) {
        after.ifPresent(cursor -> where(
                "(due_on, case_id, kind) > (:afterDay, :afterCase, :afterKind)",
                Map.of("afterDay", cursor.date(2), "afterCase", cursor.uuid(3), "afterKind", cursor.text(4))));
        String sql = """
                (SELECT case_id, kind, due_on, child, residence, hukou FROM task
                    WHERE known_from <= :known AND %1$s
                    ORDER BY due_on, case_id, kind LIMIT :rows)
                UNION ALL
                (SELECT case_id, kind, due_on, child, residence, hukou FROM former
                    WHERE known_to > :known AND known_from <= :known AND %1$s
                    ORDER BY due_on, case_id, kind LIMIT :rows)
                ORDER BY due_on, case_id, kind LIMIT :rows""".formatted(String.join(" AND ", conditions));
        List<Task> tasks = tables.sql(sql)
                .params(parameters)
                .param("rows", limit.plusOne())
                .query((row, _) -> task(row, divisions))
                .list();
        Page<Task> page = Page.of(
                tasks,
                limit,
                last -> Cursor.write(
                        list, known.position(), day, last.dueOn(), last.caseId().value(), last.kind()),
                known);
        return WorklistPage.of(page, day);
    }

    /** On which days overdue are counted on every page. */
    static LocalDate day(Cursor cursor) {
        return cursor.date(1);
    }

    private Task task(ResultSet row, Divisions divisions) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        TaskKind kind = TaskKind.valueOf(row.getString("kind"));
        return new Task(
                CaseId.of(row.getString("case_id")),
                kind,
                due,
                kind.hasLastDay() ? workingDays.lastBy(due) : null,
                Math.max(0, ChronoUnit.DAYS.between(due, day)),
                row.getString("child"),
                Place.of(row.getString("residence"), divisions, day),
                Place.of(row.getString("hukou"), divisions, day));
    }
}
