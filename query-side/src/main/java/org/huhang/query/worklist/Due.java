package org.huhang.query.worklist;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.word;

import java.time.LocalDate;
import org.huhang.query.area.TaskKind;
import org.huhang.query.rows.Cells;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/**
 * A row of the table of tasks: one thing due in a case, with all that a list of tasks shows.
 *
 * @param residence division code as recorded, and the one that answers for it today; likewise {@code hukou}
 * @param knownFrom position of the fact since which it stands so
 */
record Due(
        TaskKind kind,
        LocalDate on,
        String child,
        String residence,
        String residenceScope,
        String hukou,
        String hukouScope,
        long knownFrom) {

    static final ColumnType<TaskKind> KIND = word(TaskKind.class);

    static final Table<Due> TABLE = Table.<Due>named("task")
            .key("kind", KIND, Due::kind)
            .column("due_on", DATE, Due::on)
            .column("child", TEXT, Due::child)
            .column("residence", TEXT, Due::residence)
            .column("residence_scope", TEXT, Due::residenceScope)
            .column("hukou", TEXT, Due::hukou)
            .column("hukou_scope", TEXT, Due::hukouScope)
            .column("known_from", BIGINT, Due::knownFrom)
            .readBy(Due::of);

    Due since(long position) {
        return new Due(kind, on, child, residence, residenceScope, hukou, hukouScope, position);
    }

    /** Whether a list shows both alike. */
    boolean shows(Due other) {
        return since(other.knownFrom).equals(other);
    }

    private static Due of(Cells cells) {
        return new Due(
                cells.get("kind", KIND),
                cells.get("due_on", DATE),
                cells.get("child", TEXT),
                cells.get("residence", TEXT),
                cells.get("residence_scope", TEXT),
                cells.get("hukou", TEXT),
                cells.get("hukou_scope", TEXT),
                cells.get("known_from", BIGINT));
    }
}
