package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.BOOLEAN;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.INSTANT;
import static org.huhang.query.rows.ColumnType.INTEGER;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.word;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.event.FileEvent.*;
import org.huhang.kernel.event.GuardianshipEvent;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** One row a fact, without its content, and beside it where each case is today. */
@Component
public class AuditProjection implements Projection {

    static final String NAME = "audit";

    private static final Table<Recorded> FACTS = Table.<Recorded>named("fact")
            .column("position", BIGINT, Recorded::position)
            .column("version", BIGINT, Recorded::version)
            .column("name", TEXT, fact -> EventCatalogue.name(fact.event().getClass()))
            .column(
                    "revision",
                    INTEGER,
                    fact -> EventCatalogue.revision(fact.event().getClass()))
            .column("effective_on", DATE, fact -> fact.event().effectiveOn())
            .column("recorded_at", INSTANT, Recorded::recordedAt)
            .column("actor", TEXT, fact -> fact.by().actor().id())
            .column("role", word(Role.class), fact -> fact.by().actor().role())
            .column(
                    "jurisdiction",
                    TEXT,
                    fact -> fact.by().actor().jurisdiction().toString())
            .column("request_id", TEXT, fact -> fact.by().requestId())
            .column("client_request_id", TEXT, fact -> fact.by()
                    .clientRequestId()
                    .orElse(null))
            .column("channel", word(Attribution.Channel.class), fact -> fact.by()
                    .channel())
            .column("source", TEXT, fact -> fact.by().source().orElse(null))
            .column("demo", BOOLEAN, fact -> fact.by().demo())
            .appendOnly();

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
        return List.of(FACTS, CaseScope.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        rows.put(FACTS, fact);
        switch (fact.event()) {
            case FileEvent event -> follow(event, rows);
            case ScreeningEvent _, KeyCareEvent _, GuardianshipEvent _ -> {}
        }
    }

    private void follow(FileEvent event, Rows rows) {
        Optional<CaseScope> known = rows.one(CaseScope.TABLE);
        Optional<CaseScope> now =
                switch (event) {
                    case ChildRegistered e ->
                        Optional.of(new CaseScope(
                                scope(e.residence().division()), scope(e.hukou().division())));
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
        now.ifPresent(scope -> rows.put(CaseScope.TABLE, scope));
    }

    private String scope(DivisionRef place) {
        return divisions.affiliation(place.code()).scope();
    }
}
