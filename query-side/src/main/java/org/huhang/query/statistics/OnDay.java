package org.huhang.query.statistics;

import java.time.ZoneOffset;
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

    /** A condition: the spell was what was known at the instant asked for. */
    String known() {
        return "s.known_from_at <= :knownAt AND s.known_to_at > :knownAt";
    }

    /** A condition: likewise, when the month was first reported; never while it runs. */
    String reported() {
        return "s.known_from_at <= CAST(:reportedAt AS timestamptz) AND s.known_to_at > CAST(:reportedAt AS timestamptz)";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("day", day.day());
        parameters.put("childSince", AgeBand.firstBelow(CHILD_BELOW, day.day()));
        parameters.put("knownAt", day.knownAt().atOffset(ZoneOffset.UTC));
        parameters.put(
                "reportedAt",
                day.firstReportedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
        return parameters;
    }
}
