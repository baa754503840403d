package org.huhang.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huhang.kernel.calendar.WorkingDays;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.value.CareMode;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;
import org.huhang.kernel.value.ScreenedStatus;
import org.huhang.kernel.value.Sex;
import org.huhang.query.api.AskedList;
import org.huhang.query.api.Cursor;
import org.huhang.query.api.Limit;
import org.huhang.query.api.Page;
import org.huhang.query.api.Place;
import org.huhang.query.area.guardianship.CareState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One page of the ledger: conditions are added, all of which hold. */
final class LedgerQuery {

    /** Ties are broken by the case's id, so that no page repeats or skips a row. */
    enum Sort {
        NEXT_VISIT_DUE("next_visit_due"),
        LISTED_ON("listed_on");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String list() {
            return "ledger/" + column;
        }

        private LocalDate key(LedgerRow row) {
            return switch (this) {
                case NEXT_VISIT_DUE -> row.nextVisitDue();
                case LISTED_ON -> row.listedOn();
            };
        }
    }

    private static final String SHOWN = """
            case_id, name, sex, birth_date, residence, hukou, screening, care, care_since, care_mode, review_by,
            one_year_mark, grounds, risk, listed_on, last_visit, next_visit_due""";

    /** Fields of a cursor: position and day of the first page, then sort key and case. */
    static final int CURSOR = 4;

    private final LocalDate today;
    private final Moment known;
    private final WorkingDays workingDays;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * @param today on which ages and days overdue are counted, and of which it is told whose a place was
     * @param known up to which moment: rows of later facts are left out, and what they replaced is brought back
     */
    LedgerQuery(LocalDate today, Moment known, WorkingDays workingDays) {
        this.today = today;
        this.known = known;
        this.workingDays = workingDays;
        parameters.put("today", today);
        parameters.put("known", known.position());
    }

    LedgerQuery where(String condition, Map<String, ?> values) {
        conditions.add(condition);
        parameters.putAll(values);
        return this;
    }

    LedgerPage read(
            JdbcClient tables, Divisions divisions, AskedList list, Sort sort, Optional<Cursor> after, Limit limit) {
        after.ifPresent(cursor -> where(
                "(%s, case_id) > (:afterDay, :afterCase)".formatted(sort.column),
                Map.of("afterDay", cursor.date(2), "afterCase", cursor.uuid(3))));
        String sql = """
                (SELECT %1$s FROM child
                    WHERE listed_on IS NOT NULL AND NOT closed AND NOT absorbed AND known_from <= :known AND %2$s
                    ORDER BY %3$s, case_id LIMIT :rows)
                UNION ALL
                (SELECT %1$s FROM former
                    WHERE known_to > :known AND known_from <= :known AND %2$s
                    ORDER BY %3$s, case_id LIMIT :rows)
                ORDER BY %3$s, case_id LIMIT :rows""".formatted(SHOWN, String.join(" AND ", conditions), sort.column);
        List<LedgerRow> rows = tables.sql(sql)
                .params(parameters)
                .param("rows", limit.plusOne())
                .query((row, _) -> row(row, divisions))
                .list();
        Page<LedgerRow> page = Page.of(
                rows,
                limit,
                last -> Cursor.write(
                        list,
                        known.position(),
                        today,
                        sort.key(last),
                        last.caseId().value()),
                known);
        return LedgerPage.of(page, today);
    }

    /** On which ages and days overdue are counted on every page. */
    static LocalDate day(Cursor cursor) {
        return cursor.date(1);
    }

    private LedgerRow row(ResultSet row, Divisions divisions) throws SQLException {
        LocalDate due = day(row, "next_visit_due");
        return new LedgerRow(
                CaseId.of(row.getString("case_id")),
                row.getString("name"),
                Sex.valueOf(row.getString("sex")),
                day(row, "birth_date"),
                Place.of(row.getString("residence"), divisions, today),
                Place.of(row.getString("hukou"), divisions, today),
                Stream.of((String[]) row.getArray("grounds").getArray())
                        .map(KeyCareGround::valueOf)
                        .toList(),
                RiskLevel.valueOf(row.getString("risk")),
                day(row, "listed_on"),
                day(row, "last_visit"),
                due,
                workingDays.lastBy(due),
                LedgerRow.overdueDays(due, today),
                LedgerRow.Care.on(
                        today,
                        CareState.valueOf(row.getString("care")),
                        day(row, "care_since"),
                        one(row, "care_mode", CareMode.class),
                        day(row, "review_by"),
                        day(row, "one_year_mark"),
                        workingDays),
                one(row, "screening", ScreenedStatus.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E>> E one(ResultSet row, String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
