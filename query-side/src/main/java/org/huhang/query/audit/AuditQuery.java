package org.huhang.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries newest first, of the cases their reader may know of today. */
final class AuditQuery {

    /** Fields of a cursor: position of the newest entry on the first page or beyond, and of the last entry shown. */
    static final int CURSOR = 2;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AuditQuery() {}

    /** @param known up to which moment */
    static Page<AuditEntry> page(
            JdbcClient tables,
            AuditFilter filter,
            ScopeFilter scope,
            AskedList list,
            Optional<Cursor> cursor,
            Limit limit,
            Moment known) {
        AuditQuery query = new AuditQuery();
        query.conditions.add(scope.sql());
        query.parameters.putAll(scope.parameters());
        query.where("f.case_id = :caseId", "caseId", filter.caseId());
        query.where("f.actor = :actor", "actor", filter.actor());
        query.where("f.name = :event", "event", filter.event());
        query.where("f.request_id = :requestId", "requestId", filter.requestId());
        query.where("f.client_request_id = :clientRequestId", "clientRequestId", filter.clientRequestId());
        query.where("f.position > :after", "after", filter.after());
        query.where("f.position <= :known", "known", Optional.of(known.position()));
        query.where("f.position < :before", "before", cursor.map(last -> last.number(1)));
        List<AuditEntry> entries = tables.sql("SELECT f.* FROM fact f JOIN case_scope s ON s.case_id = f.case_id WHERE "
                        + String.join(" AND ", query.conditions) + " ORDER BY f.position DESC LIMIT :rows")
                .params(query.parameters)
                .param("rows", limit.plusOne())
                .query(AuditQuery::entry)
                .list();
        return Page.of(entries, limit, entry -> Cursor.write(list, known.position(), entry.position()), known);
    }

    private void where(String condition, String parameter, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            parameters.put(parameter, given);
        });
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("position"),
                CaseId.of(row.getString("case_id")),
                row.getLong("version"),
                row.getString("name"),
                row.getInt("revision"),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Role.valueOf(row.getString("role")),
                Jurisdiction.of(row.getString("jurisdiction")),
                row.getString("request_id"),
                row.getString("client_request_id"),
                Attribution.Channel.valueOf(row.getString("channel")),
                row.getString("source"),
                row.getBoolean("demo"));
    }
}
