package org.huhang.query.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** Keeps the tasks of each case as its agenda gives them, and those it gave before. */
@Component
class WorklistProjection implements Projection {

    static final String NAME = "worklist";

    private final Divisions divisions;

    WorklistProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public boolean keepsScopes() {
        return true;
    }

    @Override
    public boolean bears(Class<? extends CaseEvent> type) {
        return Diary.bears(type);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Agenda.TABLE, Due.TABLE, Former.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Optional<Agenda> before = rows.one(Agenda.TABLE);
        after(before, fact).filter(after -> !before.equals(Optional.of(after))).ifPresent(after -> keep(after, rows));
    }

    private static Optional<Agenda> after(Optional<Agenda> before, Recorded fact) {
        return before.isEmpty() && fact.event() instanceof FileEvent.ChildRegistered registered
                ? Optional.of(Diary.begin(fact, registered))
                : before.map(agenda -> Diary.evolve(agenda, fact));
    }

    private void keep(Agenda agenda, Rows rows) {
        rows.put(Agenda.TABLE, agenda);
        Map<TaskKind, Due> due = due(agenda, rows.knownFrom());
        for (Due known : rows.of(Due.TABLE)) {
            Due now = due.get(known.kind());
            if (now != null && now.shows(known)) {
                due.remove(known.kind());
                continue;
            }
            if (known.knownFrom() < rows.knownFrom()) {
                rows.put(Former.TABLE, new Former(known, rows.knownFrom()));
            }
            if (now == null) {
                rows.remove(Due.TABLE, known);
            }
        }
        due.values().forEach(now -> rows.put(Due.TABLE, now));
    }

    private Map<TaskKind, Due> due(Agenda agenda, long knownFrom) {
        String residenceScope = today(agenda.residence());
        String hukouScope = today(agenda.hukou());
        Map<TaskKind, Due> due = new EnumMap<>(TaskKind.class);
        agenda.tasks()
                .forEach((kind, on) -> due.put(
                        kind,
                        new Due(
                                kind,
                                on,
                                agenda.child(),
                                agenda.residence(),
                                residenceScope,
                                agenda.hukou(),
                                hukouScope,
                                knownFrom)));
        return due;
    }

    private String today(String division) {
        return divisions.affiliation(new DivisionCode(division)).scope();
    }
}
