package org.huhang.query.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huhang.kernel.division.Divisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL over the spells {@code s} for one day. */
record OnDay(ReportingDay day) {

    /** A condition: the spell covers the day, of somebody who is a child on it. */
    String covered() {
        return "s.from_date <= :day AND s.to_date > :day AND s.birth_date >= :childSince";
    }

    /** A condition: the spell was what was known at the moment asked for. */
    String known() {
        return knownAt("CAST(:knownAt AS bigint)");
    }

    /** A condition: likewise, when the month was first reported; never while it runs. */
    String reported() {
        return knownAt("CAST(:reportedAt AS bigint)");
    }

    /** The scope of a place by one map or the other; needs {@link #join}. */
    static String code(CountedBy place, DivisionsOf map) {
        return switch (map) {
            case TODAY -> place.column();
            case DAY -> PlacesThen.code(place, place.recorded());
        };
    }

    /** Lays the scopes of the day beside the spells, where those are asked for. */
    static String join(DivisionsOf map) {
        return switch (map) {
            case TODAY -> "";
            case DAY ->
                Stream.of(CountedBy.values())
                        .map(place -> PlacesThen.join(place, place.recorded()))
                        .collect(Collectors.joining(" "));
        };
    }

    /** The parameters of {@link #join}. */
    Map<String, Object> places(DivisionsOf map, JdbcClient tables, Divisions divisions) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (map == DivisionsOf.DAY) {
            PlacesThen then = new PlacesThen(List.of(day), divisions);
            Stream.of(CountedBy.values()).forEach(place -> parameters.putAll(then.parameters(tables, place)));
        }
        return parameters;
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("day", day.day());
        parameters.put("childSince", day.childSince());
        parameters.put("knownAt", day.knownAt());
        parameters.put(
                "reportedAt",
                day.firstReportedAt().isPresent() ? day.firstReportedAt().getAsLong() : null);
        return parameters;
    }

    private static String knownAt(String position) {
        return "s.known_from <= %1$s AND (s.known_to IS NULL OR s.known_to > %1$s)".formatted(position);
    }
}
