package org.huhang.query.beside.staff;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;

import java.time.LocalDate;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.Table;
import org.jspecify.annotations.Nullable;

/**
 * That somebody answers for an area.
 *
 * @param knownFrom position of the fact since which that is known
 * @param knownTo position of the fact since which something else is
 */
record Charge(Answering what, String scope, long knownFrom, long knownTo) {

    private static final long NOW = Long.MAX_VALUE;

    static final Table<Charge> TABLE = Table.<Charge>named("charge")
            .of("staff_id")
            .key("area", TEXT, charge -> charge.what.area())
            .column("area_scope", TEXT, Charge::scope)
            .key("from_day", DATE, charge -> charge.what.from())
            .column("until_day", DATE, charge -> charge.what.until())
            .column("ended", DATE, charge -> charge.what.ended())
            .key("known_from", BIGINT, Charge::knownFrom)
            .column("known_to", BIGINT, Charge::knownTo)
            .readWhere("known_to = " + NOW, charge -> charge.knownTo == NOW, Charge::of);

    /**
     * @param area its code as recorded
     * @param until the first day on which they do no more
     * @param ended the first day on which the post is over; null while that is not known
     */
    record Answering(
            String area,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate ended) {}

    static Charge now(Answering what, String scope, long knownFrom) {
        return new Charge(what, scope, knownFrom, NOW);
    }

    Charge until(long knownTo) {
        return new Charge(what, scope, knownFrom, knownTo);
    }

    private static Charge of(Cells cells) {
        return new Charge(
                new Answering(
                        cells.get("area", TEXT),
                        cells.get("from_day", DATE),
                        cells.get("until_day", DATE),
                        cells.get("ended", DATE)),
                cells.get("area_scope", TEXT),
                cells.get("known_from", BIGINT),
                cells.get("known_to", BIGINT));
    }
}
