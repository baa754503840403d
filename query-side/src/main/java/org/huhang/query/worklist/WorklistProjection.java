package org.huhang.query.worklist;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.Policies;
import org.huhang.query.Projection;
import org.huhang.query.area.Bearing;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.area.Duties;
import org.huhang.query.area.TaskKind;
import org.huhang.query.area.file.Particulars;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** Keeps the tasks of each case as its areas give them, and those they gave before. */
@Component
class WorklistProjection implements Projection {

    static final String NAME = "worklist";

    /** What calendars ask of a case. */
    private static final Table<CaseOutline> OUTLINE = Table.<CaseOutline>named("agenda")
            .column("state", CaseOutline.COLUMN, outline -> outline)
            .readBy(cells -> cells.get("state", CaseOutline.COLUMN));

    private static final Bearing BEARING = Bearing.on(NAME);

    private final Divisions divisions;
    private final Policies policies;

    WorklistProjection(Divisions divisions, Policies policies) {
        this.divisions = divisions;
        this.policies = policies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 7;
    }

    @Override
    public String restsOn() {
        return divisions.fingerprint() + policies.now().agesFingerprint();
    }

    @Override
    public boolean bears(Class<? extends Event> type) {
        return BEARING.bears(type);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(OUTLINE, Due.TABLE, Former.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Optional<CaseOutline> before = rows.one(OUTLINE);
        CaseOutline.after(before, fact, rows)
                .filter(after -> !before.equals(Optional.of(after)))
                .ifPresent(after -> keep(after, rows));
    }

    private void keep(CaseOutline outline, Rows rows) {
        rows.put(OUTLINE, outline);
        Map<TaskKind, Due> due = due(outline, rows.knownFrom());
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

    private Map<TaskKind, Due> due(CaseOutline outline, long knownFrom) {
        Particulars child = outline.particulars();
        String residenceScope = today(child.residence());
        String hukouScope = today(child.hukou());
        Map<TaskKind, Due> due = new EnumMap<>(TaskKind.class);
        Duties.of(outline, policies.now())
                .forEach((kind, on) -> due.put(
                        kind,
                        new Due(
                                kind,
                                on,
                                child.name(),
                                child.residence(),
                                residenceScope,
                                child.hukou(),
                                hukouScope,
                                knownFrom)));
        return due;
    }

    private String today(String division) {
        return divisions.affiliation(new DivisionCode(division)).scope();
    }
}
