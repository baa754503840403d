package org.huhang.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.huhang.kernel.division.Divisions;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.Place;
import org.huhang.query.api.ScopeFilter;
import org.huhang.query.area.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Children by province of residence and province of household registration (居住地 × 户籍地). */
record Matrix(ReportingDay day, Measure measure, DivisionsOf map, DivisionFilter within, ScopeFilter scope) {

    List<Flow> read(JdbcClient tables, Divisions divisions) {
        OnDay on = new OnDay(day);
        String sql = """
                SELECT left(%s, 2) AS residence, left(%s, 2) AS hukou,
                    count(*) FILTER (WHERE %s) AS count, count(*) FILTER (WHERE %s) AS reported
                FROM spell s %s
                WHERE s.measure = :measure AND %s AND %s AND %s
                GROUP BY 1, 2
                ORDER BY 1, 2""".formatted(
                        OnDay.code(CountedBy.RESIDENCE, map),
                        OnDay.code(CountedBy.HUKOU, map),
                        on.known(),
                        on.reported(),
                        OnDay.join(map),
                        on.covered(),
                        within.sql(),
                        scope.sql());
        return tables
                .sql(sql)
                .params(on.parameters())
                .params(on.places(map, tables, divisions))
                .params(within.parameters())
                .params(scope.parameters())
                .param("measure", measure.name())
                .query((row, _) -> flow(row, divisions))
                .list()
                .stream()
                .filter(flow -> flow.figure().says())
                .toList();
    }

    private Flow flow(ResultSet row, Divisions divisions) throws SQLException {
        return new Flow(
                Place.of(Counts.code(row.getString("residence")), divisions),
                Place.of(Counts.code(row.getString("hukou")), divisions),
                Series.figure(day, row.getLong("count"), row.getLong("reported")));
    }
}
