package org.huhang.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases that one copy of a read model has parked, and what it has passed over of those it had parked before. */
public final class ParkedCases {

    private static final String COLUMNS = "case_id, position, event, reason, since";

    private final String table;
    private final String gaps;
    private final JdbcClient client;

    ParkedCases(String schema, JdbcClient client) {
        this.table = schema + ".parked";
        this.gaps = schema + ".gap";
        this.client = client;
    }

    /** A case parked before stays as it is. */
    void park(Recorded fact, String reason) {
        client.sql("INSERT INTO " + table
                        + " (case_id, position, event, reason) VALUES (?, ?, ?, ?) ON CONFLICT (case_id) DO NOTHING")
                .param(fact.caseId().value())
                .param(fact.position())
                .param(EventCatalogue.name(fact.event().getClass()))
                .param(reason)
                .update();
    }

    /** As another copy has parked it. */
    void park(ParkedCase parked) {
        client.sql("INSERT INTO " + table + " (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id) DO NOTHING")
                .param(parked.caseId().value())
                .param(parked.position())
                .param(parked.event())
                .param(parked.reason())
                .param(parked.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Tried again, and in vain. */
    void staysParked(CaseId caseId, String reason) {
        client.sql("UPDATE " + table + " SET reason = ? WHERE case_id = ?")
                .param(reason)
                .param(caseId.value())
                .update();
    }

    void unpark(CaseId caseId) {
        client.sql("DELETE FROM " + table + " WHERE case_id = ?")
                .param(caseId.value())
                .update();
    }

    Set<UUID> among(Collection<UUID> cases) {
        return new HashSet<>(client.sql("SELECT case_id FROM " + table + " WHERE case_id = ANY (?)")
                .param(cases.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    public Optional<ParkedCase> find(CaseId caseId) {
        return client.sql("SELECT " + COLUMNS + " FROM " + table + " WHERE case_id = ?")
                .param(caseId.value())
                .query((row, _) -> parked(row))
                .optional();
    }

    public long count() {
        return client.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    List<ParkedCase> all() {
        return first(Integer.MAX_VALUE);
    }

    /** At most {@code limit}, longest parked first. */
    public List<ParkedCase> first(int limit) {
        return client.sql("SELECT " + COLUMNS + " FROM " + table + " ORDER BY since, case_id LIMIT ?")
                .param(limit)
                .query((row, _) -> parked(row))
                .list();
    }

    void keep(Gap gap) {
        client.sql("INSERT INTO " + gaps + " (case_id, position, until) VALUES (?, ?, ?)"
                        + " ON CONFLICT (case_id, position) DO UPDATE SET until = greatest(gap.until, excluded.until)")
                .param(gap.caseId())
                .param(gap.from())
                .param(gap.until())
                .update();
    }

    List<Gap> gaps() {
        return client.sql("SELECT case_id, position, until FROM " + gaps)
                .query((row, _) -> gap(row))
                .list();
    }

    List<Gap> gapsOf(CaseId caseId) {
        return client.sql("SELECT case_id, position, until FROM " + gaps + " WHERE case_id = ?")
                .param(caseId.value())
                .query((row, _) -> gap(row))
                .list();
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3));
    }

    private static ParkedCase parked(ResultSet row) throws SQLException {
        return new ParkedCase(
                new CaseId(row.getObject(1, UUID.class)),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
