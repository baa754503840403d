package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SQL for the scopes of recorded places on the days asked for. Nearly every place has had its code on every day, so only
 * those that belonged elsewhere are laid beside the spells.
 */
record PlacesThen(List<ReportingDay> days, Divisions divisions) {

    /** The scope of a place on the day, after {@link #join}. */
    static String code(CountedBy place, String recorded) {
        return "(coalesce(%s.code, %s) COLLATE \"C\")".formatted(alias(place), recorded);
    }

    /**
     * @param recorded column with codes as recorded
     * @return has the columns {@code recorded}, {@code month} and {@code code}
     */
    static String join(CountedBy place, String recorded) {
        return """
                LEFT JOIN unnest(CAST(:%1$sRecorded AS text[]), CAST(:%1$sMonth AS text[]), CAST(:%1$sCode AS text[]))
                  AS %1$s (recorded, month, code) ON %1$s.recorded = %2$s""".formatted(alias(place), recorded);
    }

    static String alias(CountedBy place) {
        return place.name().toLowerCase(Locale.ROOT) + "_then";
    }

    Map<String, Object> parameters(JdbcClient tables, CountedBy place) {
        List<String> recorded = new ArrayList<>();
        List<String> months = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        tables.sql("SELECT DISTINCT %s FROM spell s ORDER BY 1".formatted(place.recorded()))
                .query(String.class)
                .list()
                .forEach(digits -> days.forEach(day -> {
                    String then = then(digits, day.day());
                    if (!then.equals(digits)) {
                        recorded.add(digits);
                        months.add(day.month().toString());
                        codes.add(then);
                    }
                }));
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(alias(place) + "Recorded", array(recorded));
        parameters.put(alias(place) + "Month", array(months));
        parameters.put(alias(place) + "Code", array(codes));
        return parameters;
    }

    private String then(String digits, LocalDate day) {
        return divisions.affiliation(new DivisionCode(digits), day).scope();
    }

    private static String array(List<String> digits) {
        return "{" + String.join(",", digits) + "}";
    }
}
