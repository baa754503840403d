package org.huhang.query.beside.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.policy.StaffTrainingPolicy;
import org.huhang.kernel.stream.StreamId;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of those who answer for something on a day, in order of their first area. */
record StaffQuery(LocalDate day, Moment known, StaffTrainingPolicy.Edition policy) {

    static final String LIST = "staff/area";

    /** Fields of a cursor: position and day of the first page, then first area and member of staff. */
    static final int CURSOR = 4;

    /** On which they are in charge on every page. */
    static LocalDate day(Cursor cursor) {
        return cursor.date(1);
    }

    StaffPage read(
            JdbcClient tables,
            Divisions divisions,
            InCharge chosen,
            AskedList list,
            Optional<Cursor> after,
            Limit limit) {
        String sql = """
                SELECT member.staff_id, name, post, since, areas, ended, last.on_day, last.kind
                FROM member
                JOIN (SELECT DISTINCT staff_id FROM charge JOIN member USING (staff_id) WHERE %s) chosen USING (staff_id)
                JOIN LATERAL (
                    SELECT min(area) AS first_area, array_agg(area ORDER BY area) AS areas, max(ended) AS ended
                    FROM charge WHERE charge.staff_id = member.staff_id AND %s) theirs ON TRUE
                LEFT JOIN LATERAL (
                    SELECT on_day, kind FROM training
                    WHERE training.staff_id = member.staff_id AND on_day <= :on AND known_from <= :known
                    ORDER BY on_day DESC, version DESC LIMIT 1) last ON TRUE
                WHERE %s
                ORDER BY first_area, member.staff_id LIMIT :rows""".formatted(
                        chosen.sql(),
                        InCharge.THEN,
                        after.isPresent() ? "(first_area, member.staff_id) > (:afterArea, :afterStaff)" : "TRUE");
        List<StaffRow> rows = tables.sql(sql)
                .params(chosen.parameters())
                .params(after.map(cursor ->
                                Map.<String, Object>of("afterArea", cursor.text(2), "afterStaff", cursor.uuid(3)))
                        .orElse(Map.of()))
                .param("rows", limit.plusOne())
                .query((row, _) -> row(row, divisions))
                .list();
        Page<StaffRow> page = Page.of(
                rows,
                limit,
                last -> Cursor.write(
                        list,
                        known.position(),
                        day,
                        last.areas().getFirst().code(),
                        last.staffId().value()),
                known);
        return StaffPage.of(page, day);
    }

    private StaffRow row(ResultSet row, Divisions divisions) throws SQLException {
        String kind = row.getString("kind");
        return new StaffRow(
                StreamId.of(row.getString("staff_id")),
                row.getString("name"),
                StaffPost.valueOf(row.getString("post")),
                Stream.of((String[]) row.getArray("areas").getArray())
                        .map(area -> Place.of(area, divisions, day))
                        .toList(),
                row.getObject("since", LocalDate.class),
                row.getObject("ended", LocalDate.class),
                TrainingStatus.of(
                        row.getObject("on_day", LocalDate.class),
                        kind == null ? null : TrainingKind.valueOf(kind),
                        policy.countsFrom(day)));
    }
}
