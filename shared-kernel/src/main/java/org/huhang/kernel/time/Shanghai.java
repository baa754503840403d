package org.huhang.kernel.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one zone in which days are counted. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Shanghai() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
