package org.huhang.query.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huhang.query.api.AgeBand;

/** SQL over the spells {@code s} for one day. */
record OnDay(ReportingDay day) {

    static final int CHILD_BELOW = 18;

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

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("day", day.day());
        parameters.put("childSince", AgeBand.firstBelow(CHILD_BELOW, day.day()));
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
