package org.huhang.query.audit;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.area.file.FileEvent;
import org.huhang.kernel.area.file.FileEvent.*;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** One row a fact, without its content, and beside it where each case was, from which fact to which. */
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
    public boolean keepsScopes() {
        return true;
    }

    @Override
    public boolean bears(Class<? extends CaseEvent> type) {
        return true;
    }

    @Override
    public boolean wantsAttribution() {
        return true;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Entered.TABLE, CaseScope.TABLE, FormerScope.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        rows.put(Entered.TABLE, new Entered(fact, rows.knownFrom()));
        if (fact.event() instanceof FileEvent event) {
            follow(event, fact.position(), rows);
        }
    }

    private void follow(FileEvent event, long position, Rows rows) {
        Optional<CaseScope> known = rows.one(CaseScope.TABLE);
        Optional<CaseScope> now =
                switch (event) {
                    case ChildRegistered e ->
                        Optional.of(new CaseScope(
                                scope(e.residence().division()),
                                scope(e.hukou().division()),
                                position,
                                rows.knownFrom()));
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
        now.filter(scope -> !now.equals(known)).ifPresent(scope -> {
            known.ifPresent(before -> rows.put(FormerScope.TABLE, new FormerScope(before, position, rows.knownFrom())));
            rows.put(CaseScope.TABLE, scope.since(position, rows.knownFrom()));
        });
    }

    private String scope(DivisionRef place) {
        return divisions.affiliation(place.code()).scope();
    }
}
