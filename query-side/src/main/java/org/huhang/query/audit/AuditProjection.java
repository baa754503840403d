package org.huhang.query.audit;

import java.time.ZoneOffset;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.event.FileEvent;
import org.huhang.kernel.event.FileEvent.*;
import org.huhang.kernel.event.GuardianshipEvent;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.ScreeningEvent;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row a fact, without its content, and beside it where each case is today. */
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
    public void apply(Recorded fact, JdbcClient tables) {
        keep(fact, tables);
        switch (fact.event()) {
            case FileEvent event -> follow(fact, event, tables);
            case ScreeningEvent e -> {}
            case KeyCareEvent e -> {}
            case GuardianshipEvent e -> {}
        }
    }

    private static void keep(Recorded fact, JdbcClient tables) {
        Class<? extends CaseEvent> type = fact.event().getClass();
        Actor actor = fact.by().actor();
        tables.sql("""
                        INSERT INTO fact (position, case_id, version, name, revision, effective_on, recorded_at,
                                          actor, role, jurisdiction, request_id, channel, source, demo)
                        VALUES (:position, :caseId, :version, :name, :revision, :effectiveOn, :recordedAt,
                                :actor, :role, :jurisdiction, :requestId, :channel, :source, :demo)
                        """)
                .param("position", fact.position())
                .param("caseId", fact.caseId().value())
                .param("version", fact.version())
                .param("name", EventCatalogue.name(type))
                .param("revision", EventCatalogue.revision(type))
                .param("effectiveOn", fact.event().effectiveOn())
                .param("recordedAt", fact.recordedAt().atOffset(ZoneOffset.UTC))
                .param("actor", actor.id())
                .param("role", actor.role().name())
                .param("jurisdiction", actor.jurisdiction().toString())
                .param("requestId", fact.by().requestId())
                .param("channel", fact.by().channel().name())
                .param("source", fact.by().source().orElse(null))
                .param("demo", fact.by().demo())
                .update();
    }

    private void follow(Recorded fact, FileEvent event, JdbcClient tables) {
        switch (event) {
            case ChildRegistered e ->
                tables.sql("INSERT INTO case_scope (case_id, residence_scope, hukou_scope)"
                                + " VALUES (:caseId, :residence, :hukou)")
                        .param("caseId", fact.caseId().value())
                        .param("residence", scope(e.residence().division()))
                        .param("hukou", scope(e.hukou().division()))
                        .update();
            case ResidenceMoved e ->
                tables.sql("UPDATE case_scope SET residence_scope = :scope WHERE case_id = :caseId")
                        .param("scope", scope(e.to().division()))
                        .param("caseId", fact.caseId().value())
                        .update();
            case HukouMoved e ->
                tables.sql("UPDATE case_scope SET hukou_scope = :scope WHERE case_id = :caseId")
                        .param("scope", scope(e.to().division()))
                        .param("caseId", fact.caseId().value())
                        .update();
            case LivingArrangementRecorded e -> {}
            case IdentityDocumentAttached e -> {}
            case IdentityCorrected e -> {}
            case CasesMerged e -> {}
            case CasesUnmerged e -> {}
            case CaseClosed e -> {}
            case CaseReopened e -> {}
        }
    }

    private String scope(DivisionRef place) {
        DivisionCode today = divisions.current(place.code());
        return today.digits();
    }
}
