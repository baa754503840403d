package org.huhang.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.Sex;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Place;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.area.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Children on the days asked for, by division and whatever else was asked; one query.
 *
 * @param within narrows by {@link #narrowedBy}; likewise {@code scope}, so that a division coarser than the
 *     reader's own shows the part that is theirs
 */
record Counts(
        Series days,
        DivisionCode.Level level,
        CountedBy place,
        DivisionsOf map,
        Set<By> by,
        Set<Measure> measures,
        DivisionFilter within,
        ScopeFilter scope) {

    static final int MOST_CELLS = 50_000;

    /** What the cells of a table are told apart by, besides month and division. */
    enum By {
        STATUS,
        GROUND,
        SEX,
        AGE_BAND
    }

    /** The column that a division asked for is looked for in. */
    static String narrowedBy(CountedBy place, DivisionsOf map) {
        return switch (map) {
            case TODAY -> place.column();
            case DAY -> PlacesThen.code(place, "g.division");
        };
    }

    /** @throws Refused {@code INVALID_PARAMETER} naming {@code level} where the answer would be too long to be read */
    List<Cell> read(JdbcClient tables, Divisions divisions) {
        boolean then = map == DivisionsOf.DAY;
        String sql = """
                SELECT d.month, %s, g.measure, g.sex, (%s) COLLATE "C" AS age_band, %s
                FROM (
                    SELECT %s AS division, s.measure, %s AS sex, %s, count(*) AS children
                    FROM spell s
                    WHERE s.measure IN (:measures) AND %s AND %s AND %s
                    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) g
                %s
                %s
                WHERE %s
                GROUP BY 1, 2, 3, 4, 5
                ORDER BY 1, 2, 3, 4, 5
                LIMIT :most""".formatted(
                then ? division(PlacesThen.code(place, "g.division")) + " AS division" : "g.division",
                by.contains(By.AGE_BAND) ? Series.AGE_BAND : "CAST(NULL AS text)",
                Series.FIGURE,
                then ? place.recorded() : division(place.column()),
                by.contains(By.SEX) ? "s.sex" : "CAST(NULL AS text)",
                Series.RANKS,
                Series.WHERE,
                then ? "TRUE" : within.sql(),
                scope.sql(),
                days.join(),
                then
                        ? PlacesThen.join(place, "g.division") + " AND " + PlacesThen.alias(place) + ".month = d.month"
                        : "",
                then ? within.sql() : "TRUE");
        List<Cell> cells = tables.sql(sql)
                .params(days.parameters())
                .params(within.parameters())
                .params(scope.parameters())
                .params(then ? new PlacesThen(days.days(), divisions).parameters(tables, place) : Map.of())
                .params(Map.of(
                        "digits",
                        level.prefixLength(),
                        "measures",
                        measures.stream().map(Enum::name).collect(Collectors.toSet()),
                        "most",
                        MOST_CELLS + 1))
                .query((row, _) -> cell(row, divisions))
                .list();
        if (cells.size() > MOST_CELLS) {
            throw new Refused(Refusal.at(
                    "level", RefusalCode.INVALID_PARAMETER, Map.of("allowed", "<= " + MOST_CELLS + " cells")));
        }
        return cells.stream().filter(cell -> cell.figure().says()).toList();
    }

    private Cell cell(ResultSet row, Divisions divisions) throws SQLException {
        ReportingDay day = days.of(YearMonth.parse(row.getString("month")));
        return new Cell(
                day.month(),
                day.day(),
                Place.of(code(row.getString("division")), divisions),
                Measure.valueOf(row.getString("measure")),
                Optional.ofNullable(row.getString("sex")).map(Sex::valueOf).orElse(null),
                Optional.ofNullable(row.getString("age_band"))
                        .map(AgeBand::valueOf)
                        .orElse(null),
                Series.figure(day, row.getLong("count"), row.getLong("reported")));
    }

    /** The leading digits of the division that a place is counted under: a township may stand behind its county. */
    private String division(String scope) {
        return level.compareTo(DivisionCode.Level.COUNTY) <= 0
                ? "left(%s, :digits)".formatted(scope)
                : "left(CASE WHEN substr(%1$s, 7, 1) = '/' THEN substr(%1$s, 8) ELSE %1$s END, :digits)"
                        .formatted(scope);
    }

    /** The code of the division that leading digits name. */
    static String code(String digits) {
        return digits.length() < 6 ? (digits + "0000").substring(0, 6) : digits;
    }
}
