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
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ScopeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Entries newest first, as of one moment: all those of aggregates that were their reader's then, and of those that had been theirs
 * before what was recorded while they were, the move to them and that away included. So the past goes along with a child who
 * moves, and an office keeps what it did itself, but not what others had done before it.
 */
final class AuditQuery {

    /** Fields of a cursor: position of the newest entry on the first page or beyond, and of the last entry shown. */
    static final int CURSOR = 2;

    private static final String KNOWN = "f.position <= :known AND (f.known_from IS NULL OR f.known_from <= :known)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private AuditQuery() {}

    /**
     * @param scope over columns of {@code s}, where cases are
     * @param staffScope over columns of {@code s}, where staff are in charge
     * @param known as of which moment
     */
    static Page<AuditEntry> page(
            JdbcClient tables,
            AuditFilter filter,
            ScopeFilter scope,
            ScopeFilter staffScope,
            AskedList list,
            Optional<Cursor> cursor,
            Limit limit,
            Moment known) {
        AuditQuery query = new AuditQuery();
        query.parameters.putAll(scope.parameters());
        query.parameters.putAll(staffScope.parameters());
        query.where("f.case_id = :caseId", "caseId", filter.caseId());
        query.where("f.case_id = :staffId", "staffId", filter.staffId());
        query.where("f.actor = :actor", "actor", filter.actor());
        query.where("f.name = :event", "event", filter.event());
        query.where("f.request_id = :requestId", "requestId", filter.requestId());
        query.where("f.client_request_id = :clientRequestId", "clientRequestId", filter.clientRequestId());
        query.where("f.position > :after", "after", filter.after());
        query.where("f.position <= :upTo", "upTo", filter.upTo().map(Moment::position));
        query.where(KNOWN, "known", Optional.of(known.position()));
        query.where("f.position < :before", "before", cursor.map(last -> last.number(1)));
        List<AuditEntry> entries = tables.sql(query.sql(scope, staffScope))
                .params(query.parameters)
                .param("rows", limit.plusOne())
                .query(AuditQuery::entry)
                .list();
        return Page.of(entries, limit, entry -> Cursor.write(list, known.position(), entry.position()), known);
    }

    private String sql(ScopeFilter scope, ScopeFilter staffScope) {
        String entries = String.join(" AND ", conditions);
        if (scope.isEverything()) {
            return "SELECT f.* FROM fact f WHERE " + entries + " ORDER BY f.position DESC LIMIT :rows";
        }
        return """
                (SELECT f.* FROM fact f JOIN case_scope s ON s.case_id = f.case_id
                WHERE s.known_from <= :known AND %1$s AND %2$s
                ORDER BY f.position DESC LIMIT :rows)
                UNION ALL
                (SELECT DISTINCT ON (f.position) f.* FROM former_scope s JOIN fact f ON f.case_id = s.case_id
                WHERE s.known_from <= :known AND (s.known_to > :known OR f.position BETWEEN s.recorded_from AND s.recorded_to)
                  AND NOT EXISTS (SELECT FROM case_scope s WHERE s.case_id = f.case_id AND s.known_from <= :known AND %1$s)
                  AND %1$s AND %2$s
                ORDER BY f.position DESC LIMIT :rows)
                UNION ALL
                (SELECT DISTINCT ON (f.position) f.* FROM staff_scope s JOIN fact f ON f.case_id = s.staff_id
                WHERE s.known_from <= :known AND (s.known_to > :known OR f.position BETWEEN s.recorded_from AND s.recorded_to)
                  AND %3$s AND %2$s
                ORDER BY f.position DESC LIMIT :rows)
                ORDER BY position DESC LIMIT :rows""".formatted(scope.sql(), entries, staffScope.sql());
    }

    private void where(String condition, String parameter, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.add(condition);
            parameters.put(parameter, given);
        });
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        String stream = row.getString("case_id");
        StreamKind kind = EventCatalogue.kind(row.getString("name"));
        return new AuditEntry(
                row.getLong("position"),
                switch (kind) {
                    case CASE -> CaseId.of(stream);
                    case STAFF -> null;
                },
                switch (kind) {
                    case CASE -> null;
                    case STAFF -> StreamId.of(stream);
                },
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
