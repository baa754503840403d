package org.huhang.query.beside.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.policy.StaffTrainingPolicy;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.query.api.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many of those in post are trained (培训覆盖率). The Plan's aim is all of them.
 *
 * @param position of the last fact of the log that it rests on
 * @param knownAt when that fact was recorded
 * @param on the day that it speaks of, Asia/Shanghai
 * @param countsFrom the earliest day of a training that counts on that day
 * @param edition of the policy that says so
 * @param total who answers for areas in several counties is one person
 * @param counties that have somebody in post, in order
 */
public record TrainingCoverage(
        long position,
        Instant knownAt,
        LocalDate on,
        LocalDate countsFrom,
        PolicyEditionId edition,
        CoverageFigures total,
        List<CountyCoverage> counties) {

    public TrainingCoverage {
        counties = List.copyOf(counties);
    }

    public record CountyCoverage(Place county, CoverageFigures figures) {}

    /**
     * @param trained of those in post, whose last training counts
     * @param trainedBefore whose last training is longer ago
     * @param neverTrained the others
     * @param percent trained of those in post, in whole numbers rounded down, so that 100 is all of them; null for nobody
     */
    public record CoverageFigures(
            long inPost,
            long trained,
            long trainedBefore,
            long neverTrained,
            @Nullable Integer percent) {

        static CoverageFigures of(long inPost, long trained, long everTrained) {
            return new CoverageFigures(
                    inPost,
                    trained,
                    everTrained - trained,
                    inPost - everTrained,
                    inPost == 0 ? null : (int) (trained * 100 / inPost));
        }
    }

    private record Line(@Nullable String county, CoverageFigures figures) {}

    static TrainingCoverage read(
            JdbcClient tables,
            Divisions divisions,
            InCharge chosen,
            LocalDate day,
            Moment known,
            StaffTrainingPolicy.Edition policy) {
        String sql = """
                SELECT county, count(DISTINCT staff_id) AS in_post,
                    count(DISTINCT staff_id) FILTER (WHERE last >= :countsFrom) AS trained,
                    count(DISTINCT staff_id) FILTER (WHERE last IS NOT NULL) AS ever_trained
                FROM (SELECT DISTINCT staff_id, left(area_scope, 6) AS county,
                        (SELECT max(on_day) FROM training
                            WHERE training.staff_id = charge.staff_id AND on_day <= :on AND training.known_from <= :known) AS last
                    FROM charge JOIN member USING (staff_id) WHERE %s) posted
                GROUP BY GROUPING SETS ((county), ())
                ORDER BY county NULLS FIRST""".formatted(chosen.sql());
        List<Line> lines = tables.sql(sql)
                .params(chosen.parameters())
                .param("countsFrom", policy.countsFrom(day))
                .query((row, _) -> line(row))
                .list();
        return new TrainingCoverage(
                known.position(),
                known.recordedAt(),
                day,
                policy.countsFrom(day),
                policy.id(),
                lines.getFirst().figures(),
                lines.stream()
                        .skip(1)
                        .map(line -> new CountyCoverage(Place.of(line.county(), divisions), line.figures()))
                        .toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("county"),
                CoverageFigures.of(row.getLong("in_post"), row.getLong("trained"), row.getLong("ever_trained")));
    }
}
