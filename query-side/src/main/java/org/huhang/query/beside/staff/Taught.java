package org.huhang.query.beside.staff;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.word;

import java.time.LocalDate;
import org.huhang.kernel.beside.staff.TrainingKind;
import org.huhang.query.rows.Table;

/** A training that somebody took part in. */
record Taught(long version, LocalDate on, TrainingKind kind, long knownFrom) {

    static final Table<Taught> TABLE = Table.<Taught>named("training")
            .of("staff_id")
            .key("version", BIGINT, Taught::version)
            .column("on_day", DATE, Taught::on)
            .column("kind", word(TrainingKind.class), Taught::kind)
            .column("known_from", BIGINT, Taught::knownFrom)
            .appendOnly();
}
