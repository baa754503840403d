package org.huhang.query.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.YearMonth;
import org.huhang.kernel.value.Sex;
import org.huhang.query.api.AgeBand;
import org.huhang.query.api.Place;
import org.huhang.query.area.Measure;
import org.jspecify.annotations.Nullable;

/**
 * One number of a table.
 *
 * @param day the figure speaks of: the month's last; today while it runs
 * @param division under today's code; of a coarser level where nothing finer is recorded
 * @param sex null unless asked for; likewise {@code ageBand}
 */
public record Cell(
        YearMonth month,
        LocalDate day,
        Place division,
        Measure measure,
        @Nullable Sex sex,
        @Nullable AgeBand ageBand,
        @JsonUnwrapped Figure figure) {}
