package org.huhang.query.statistics;

import java.time.LocalDate;
import java.util.List;
import org.huhang.kernel.value.Sex;
import org.huhang.query.area.Measure;

/**
 * Days on which one child of one place counted under one measure.
 *
 * @param to the first day on which it no longer did; {@link LocalDate#MAX} while it still does
 * @param residence division code as recorded; likewise {@code hukou}
 * @param because positions of the facts that make it so, in order, each once
 */
record Spell(
        Measure measure,
        LocalDate from,
        LocalDate to,
        Sex sex,
        LocalDate birthDate,
        String residence,
        String hukou,
        List<Long> because) {}
