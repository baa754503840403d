package org.huhang.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.access.Act;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.Sex;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.area.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts behind one cell, in the order of the log. */
record Evidence(
        ReportingDay day,
        Measure measure,
        Optional<Sex> sex,
        Optional<AgeBand> ageBand,
        DivisionsOf map,
        List<DivisionFilter> within,
        ScopeFilter scope) {

    static final String LIST = "statistics/evidence";

    /**
     * A fact that a figure rests on. It tells nothing of the child but that it happened.
     *
     * @param position null, like {@code caseId}, for a reader of figures who may not read cases: facts of one child
     *     cannot be told to belong together then
     * @param event stable name of the fact
     * @param effectiveOn from when it was true
     * @param recordedAt when it became known
     */
    public record Basis(
            @Nullable Long position, String event, @Nullable CaseId caseId, LocalDate effectiveOn, Instant recordedAt) {

        Basis seenBy(Actor reader) {
            return Act.READ_CASE.roles().contains(reader.role())
                    ? this
                    : new Basis(null, event, null, effectiveOn, recordedAt);
        }
    }

    Page<Basis> read(
            JdbcClient tables, Divisions divisions, AskedList list, Optional<Cursor> after, Limit limit, Moment known) {
        OnDay on = new OnDay(day);
        Map<String, Object> parameters = new LinkedHashMap<>(on.parameters());
        within.forEach(division -> parameters.putAll(division.parameters()));
        parameters.putAll(scope.parameters());
        parameters.putAll(on.places(map, tables, divisions));
        parameters.put("measure", measure.name());
        parameters.put("after", after.map(cursor -> cursor.number(1)).orElse(0L));
        parameters.put("rows", limit.plusOne());
        StringBuilder cell = new StringBuilder();
        within.forEach(division -> cell.append(" AND ").append(division.sql()));
        sex.ifPresent(one -> {
            cell.append(" AND s.sex = :sex");
            parameters.put("sex", one.name());
        });
        ageBand.ifPresent(band -> {
            cell.append(" AND s.birth_date >= :bornSince AND s.birth_date < :bornBefore");
            parameters.put("bornSince", AgeBand.firstBelow(band.below(), day.day()));
            parameters.put("bornBefore", AgeBand.firstBelow(band.from(), day.day()));
        });
        String sql = """
                SELECT f.position, f.name, f.case_id, f.effective_on, f.recorded_at FROM fact f
                WHERE f.position > :after AND f.position IN (
                    SELECT unnest(s.because) FROM spell s %s
                    WHERE s.measure = :measure AND %s AND %s AND %s%s)
                ORDER BY f.position LIMIT :rows""".formatted(OnDay.join(map), on.covered(), on.known(), scope.sql(), cell);
        List<Basis> fetched =
                tables.sql(sql).params(parameters).query((row, _) -> basis(row)).list();
        return Page.of(fetched, limit, last -> Cursor.write(list, known.position(), last.position()), known);
    }

    private static Basis basis(ResultSet row) throws SQLException {
        return new Basis(
                row.getLong("position"),
                row.getString("name"),
                CaseId.of(row.getString("case_id")),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
