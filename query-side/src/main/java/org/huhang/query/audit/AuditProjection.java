package org.huhang.query.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.*;
import org.huhang.kernel.beside.staff.StaffEvent;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAppointed;
import org.huhang.kernel.beside.staff.StaffEvent.StaffAreaAssigned;
import org.huhang.kernel.beside.staff.StaffEvent.StaffPostEnded;
import org.huhang.kernel.beside.staff.StaffEvent.StaffTrainingRecorded;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** One row a fact, without its content, and beside it where each aggregate was, from which fact to which. */
@Component
public class AuditProjection implements Projection {

    static final String NAME = "audit";

    private final Divisions divisions;

    public AuditProjection(Divisions divisions) {
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
    public String restsOn() {
        return divisions.fingerprint();
    }

    @Override
    public boolean bears(Class<? extends Event> type) {
        return true;
    }

    @Override
    public boolean wantsAttribution() {
        return true;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Entered.TABLE, CaseScope.TABLE, FormerScope.TABLE, StaffScope.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        rows.put(Entered.TABLE, new Entered(fact, rows.knownFrom()));
        switch (fact.event()) {
            case FileEvent event -> keepScope(event, fact.position(), rows);
            case StaffEvent event -> keepScopes(event, fact.position(), rows);
            case CaseEvent _ -> {}
        }
    }

    private void keepScope(FileEvent event, long position, Rows rows) {
        Optional<CaseScope> known = rows.one(CaseScope.TABLE);
        Optional<CaseScope> now = after(event, known, position, rows);
        now.filter(scope -> !now.equals(known)).ifPresent(scope -> {
            known.ifPresent(before -> rows.put(FormerScope.TABLE, new FormerScope(before, position, rows.knownFrom())));
            rows.put(CaseScope.TABLE, scope.since(position, rows.knownFrom()));
        });
    }

    private void keepScopes(StaffEvent event, long position, Rows rows) {
        switch (event) {
            case StaffAppointed e -> keepScopes(e.areas(), position, rows);
            case StaffAreaAssigned e -> keepScopes(e.areas(), position, rows);
            case StaffPostEnded _, StaffTrainingRecorded _ -> {}
        }
    }

    private void keepScopes(Set<DivisionRef> areas, long position, Rows rows) {
        Set<String> now = areas.stream().map(this::scope).collect(Collectors.toCollection(TreeSet::new));
        for (StaffScope before : List.copyOf(rows.of(StaffScope.TABLE))) {
            if (!now.remove(before.scope())) {
                rows.put(StaffScope.TABLE, before.until(position, rows.knownFrom()));
            }
        }
        now.forEach(scope -> rows.put(StaffScope.TABLE, StaffScope.since(scope, position, rows.knownFrom())));
    }

    private Optional<CaseScope> after(FileEvent event, Optional<CaseScope> known, long position, Rows rows) {
        return switch (event) {
            case ChildRegistered e ->
                Optional.of(new CaseScope(
                        scope(e.residence().division()), scope(e.hukou().division()), position, rows.knownFrom()));
            case ResidenceMoved e -> known.map(scope -> scope.living(scope(e.to().division())));
            case HukouMoved e -> known.map(scope -> scope.belonging(scope(e.to().division())));
            case LivingArrangementRecorded _,
                    IdentityDocumentAttached _,
                    IdentityCorrected _,
                    CasesMerged _,
                    CasesUnmerged _,
                    CaseClosed _,
                    CaseReopened _ -> known;
        };
    }

    private String scope(DivisionRef place) {
        return divisions.affiliation(place.code()).scope();
    }
}
