package org.huhang.query.statistics;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The days asked for as rows of a query, so that one pass over the spells answers for all of them. */
record Days(List<ReportingDay> each) {

    /** Joins them as {@code d (month, day, known_at, reported_at)} to the spells {@code s} that cover them. */
    String join() {
        String rows = IntStream.range(0, each.size())
                .mapToObj(
                        "(:month%1$d, CAST(:day%1$d AS date), CAST(:known%1$d AS timestamptz), CAST(:reported%1$d AS timestamptz))"
                                ::formatted)
                .collect(Collectors.joining(", "));
        return """
                JOIN (VALUES %s) AS d (month, day, known_at, reported_at)
                  ON s.from_date <= d.day AND s.to_date > d.day AND s.birth_date + interval '18 years' > d.day""".formatted(rows);
    }

    /** Leaves out early the spells that cover none of the days. */
    String where() {
        return "s.from_date <= :lastDay AND s.to_date > :firstDay";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("firstDay", each.getFirst().day());
        parameters.put("lastDay", each.getLast().day());
        int i = 0;
        for (ReportingDay day : each) {
            parameters.put("month" + i, day.month().toString());
            parameters.put("day" + i, day.day());
            parameters.put("known" + i, day.knownAt().atOffset(ZoneOffset.UTC));
            parameters.put(
                    "reported" + i,
                    day.firstReportedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
            i++;
        }
        return parameters;
    }

    ReportingDay of(String month) {
        YearMonth asked = YearMonth.parse(month);
        return each.stream()
                .filter(day -> day.month().equals(asked))
                .findFirst()
                .orElseThrow();
    }

    /** A condition: the spell was what was known at the instant in {@code column}. */
    static String knownAt(String column) {
        return "s.known_from_at <= %1$s AND s.known_to_at > %1$s".formatted(column);
    }

    /** The two numbers of a {@link Figure}. */
    static String figure() {
        return "count(*) FILTER (WHERE %s) AS count, count(*) FILTER (WHERE %s) AS reported"
                .formatted(knownAt("d.known_at"), knownAt("d.reported_at"));
    }

    static Figure figure(ReportingDay day, long count, long reported) {
        return Figure.of(count, day.firstReportedAt().map(_ -> reported));
    }
}
