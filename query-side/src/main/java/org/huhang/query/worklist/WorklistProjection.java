package org.huhang.query.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tasks of each case as its agenda gives them. */
@Component
class WorklistProjection implements Projection {

    static final String NAME = "worklist";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    // One statement for what most facts do: a rebuild spends its time on the way to the database and back.
    private static final String KEEP = """
            WITH kept AS (
                INSERT INTO agenda (case_id, state) VALUES (:caseId, CAST(:state AS jsonb))
                ON CONFLICT (case_id) DO UPDATE SET state = excluded.state)
            INSERT INTO task (case_id, kind, due_on, child, residence, residence_scope, hukou, hukou_scope)
            SELECT :caseId, kind, due_on, :child, :residence, :residenceScope, :hukou, :hukouScope
            FROM jsonb_to_recordset(CAST(:due AS jsonb)) AS d (kind text, due_on date)
            ON CONFLICT (case_id, kind) DO UPDATE SET due_on = excluded.due_on, child = excluded.child,
                residence = excluded.residence, residence_scope = excluded.residence_scope,
                hukou = excluded.hukou, hukou_scope = excluded.hukou_scope""";

    private static final String DONE = "DELETE FROM task WHERE case_id = :caseId AND kind IN (:done)";

    private final Divisions divisions;

    WorklistProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(Recorded fact, JdbcClient tables) {
        if (!Diary.bears(fact.event())) {
            return;
        }
        Optional<Agenda> before = tables.sql("SELECT state FROM agenda WHERE case_id = :caseId")
                .param("caseId", fact.caseId().value())
                .query(String.class)
                .optional()
                .map(state -> JSON.readValue(state, Agenda.class));
        after(before, fact)
                .filter(after -> !before.equals(Optional.of(after)))
                .ifPresent(after -> keep(fact, before, after, tables));
    }

    private static Optional<Agenda> after(Optional<Agenda> before, Recorded fact) {
        return before.isEmpty() && fact.event() instanceof FileEvent.ChildRegistered registered
                ? Optional.of(Diary.begin(fact, registered))
                : before.map(agenda -> Diary.evolve(agenda, fact));
    }

    private record Due(String kind, LocalDate due_on) {}

    private void keep(Recorded fact, Optional<Agenda> before, Agenda agenda, JdbcClient tables) {
        Map<TaskKind, LocalDate> known = before.map(Agenda::tasks).orElse(Map.of());
        Map<TaskKind, LocalDate> now = agenda.tasks();
        Set<String> done = known.keySet().stream()
                .filter(kind -> !now.containsKey(kind))
                .map(Enum::name)
                .collect(Collectors.toSet());
        if (!done.isEmpty()) {
            tables.sql(DONE)
                    .param("caseId", fact.caseId().value())
                    .param("done", done)
                    .update();
        }
        boolean same = before.filter(agenda::looksLike).isPresent();
        List<Due> due = now.entrySet().stream()
                .filter(task -> !same || !task.getValue().equals(known.get(task.getKey())))
                .map(task -> new Due(task.getKey().name(), task.getValue()))
                .toList();
        tables.sql(KEEP)
                .param("caseId", fact.caseId().value())
                .param("state", JSON.writeValueAsString(agenda))
                .param("due", JSON.writeValueAsString(due))
                .param("child", agenda.child())
                .param("residence", agenda.residence())
                .param("residenceScope", today(agenda.residence()))
                .param("hukou", agenda.hukou())
                .param("hukouScope", today(agenda.hukou()))
                .update();
    }

    private String today(String division) {
        return divisions.current(DivisionCode.of(division)).digits();
    }
}
