package org.huhang.query.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huhang.query.api.AgeBand;

/**
 * SQL over the spells {@code s} for many days in one pass. A date or position of a spell matters only by how many of the
 * asked-for ones lie before it, so spells that agree in those numbers are counted together first, and only the few
 * groups that remain are laid against every day. A million spells over two years would else be twenty-four million rows.
 */
record Series(List<ReportingDay> days) {

    /** The first numbers of a spell, to be grouped by. */
    static final String RANKS = """
            width_bucket(s.from_date, (SELECT CAST(:dayMarks AS date[]))) AS from_rank,
            width_bucket(s.to_date, (SELECT CAST(:dayMarks AS date[]))) AS to_rank,
            width_bucket(s.birth_date, (SELECT CAST(:birthMarks AS date[]))) AS birth_rank,
            width_bucket(s.known_from, (SELECT CAST(:knownMarks AS bigint[]))) AS known_from_rank,
            width_bucket(coalesce(s.known_to, %d), (SELECT CAST(:knownMarks AS bigint[]))) AS known_to_rank""".formatted(Long.MAX_VALUE);

    /** Leaves out early the spells that cover none of the days. */
    static final String WHERE = "s.from_date <= :lastDay AND s.to_date > :firstDay";

    /** The two numbers of a figure, over groups {@code g} of {@code g.children} laid against days {@code d}. */
    static final String FIGURE = """
            coalesce(sum(g.children) FILTER (WHERE g.known_from_rank < d.known AND g.known_to_rank >= d.known), 0)
                AS count,
            coalesce(sum(g.children) FILTER (WHERE g.known_from_rank < d.reported AND g.known_to_rank >= d.reported), 0)
                AS reported""";

    /** The band of a group on a day. */
    static final String AGE_BAND = Stream.of(AgeBand.values())
            .map(band -> "WHEN g.birth_rank >= d.below_%d THEN '%s'".formatted(band.below(), band.name()))
            .collect(Collectors.joining(" ", "CASE ", " END"));

    /** Lays the days against the groups that cover them, of those who are children on them. */
    String join() {
        String rows = IntStream.range(0, days.size())
                .mapToObj(i -> Stream.concat(
                                Stream.of(
                                        "CAST(:month%d AS text)",
                                        ":rank%d", ":known%d", "CAST(:reported%d AS int)", ":child%d"),
                                Stream.of(AgeBand.values()).map(band -> ":below" + band.below() + "at%d"))
                        .map(column -> column.formatted(i))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        String below =
                Stream.of(AgeBand.values()).map(band -> "below_" + band.below()).collect(Collectors.joining(", "));
        return """
                JOIN (VALUES %s) AS d (month, rank, known, reported, child, %s)
                  ON g.from_rank < d.rank AND g.to_rank >= d.rank AND g.birth_rank >= d.child""".formatted(rows, below);
    }

    Map<String, Object> parameters() {
        // A mark lies just behind what it marks: before it counts all that is not after.
        List<LocalDate> dayMarks =
                days.stream().map(day -> day.day().plusDays(1)).toList();
        List<LocalDate> birthMarks = days.stream()
                .flatMap(day -> Stream.concat(
                        Stream.of(day.childSince()),
                        Stream.of(AgeBand.values()).map(band -> AgeBand.firstBelow(band.below(), day.day()))))
                .distinct()
                .sorted()
                .toList();
        List<Long> knownMarks = days.stream()
                .flatMapToLong(day -> LongStream.concat(LongStream.of(day.knownAt()), day.firstReportedAt().stream()))
                .mapToObj(Series::behind)
                .distinct()
                .sorted()
                .toList();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("firstDay", days.getFirst().day());
        parameters.put("lastDay", days.getLast().day());
        parameters.put("dayMarks", array(dayMarks));
        parameters.put("birthMarks", array(birthMarks));
        parameters.put("knownMarks", array(knownMarks));
        for (int i = 0; i < days.size(); i++) {
            ReportingDay day = days.get(i);
            parameters.put("month" + i, day.month().toString());
            parameters.put("rank" + i, i + 1);
            parameters.put("child" + i, rank(day.childSince(), birthMarks));
            parameters.put("known" + i, rank(behind(day.knownAt()), knownMarks));
            parameters.put(
                    "reported" + i,
                    day.firstReportedAt().isPresent()
                            ? rank(behind(day.firstReportedAt().getAsLong()), knownMarks)
                            : null);
            for (AgeBand band : AgeBand.values()) {
                parameters.put(
                        "below" + band.below() + "at" + i,
                        rank(AgeBand.firstBelow(band.below(), day.day()), birthMarks));
            }
        }
        return parameters;
    }

    ReportingDay of(YearMonth month) {
        return days.stream()
                .filter(day -> day.month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    static Figure figure(ReportingDay day, long count, long reported) {
        return Figure.of(count, day.firstReportedAt().isPresent() ? Optional.of(reported) : Optional.empty());
    }

    private static Long behind(long position) {
        return position + 1;
    }

    private static <T> int rank(T mark, List<T> marks) {
        return marks.indexOf(mark) + 1;
    }

    private static String array(List<?> marks) {
        return marks.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
