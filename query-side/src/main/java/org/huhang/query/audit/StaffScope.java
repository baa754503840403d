package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * A division that answers today for an area of a member of staff, from the fact that assigned it to the one that took it away.
 * Its positions mean what those of {@link FormerScope} do.
 *
 * @param recordedTo and {@code knownTo}: {@link Long#MAX_VALUE} while it is theirs
 */
record StaffScope(String scope, long recordedFrom, long recordedTo, long knownFrom, long knownTo) {

    private static final long NOW = Long.MAX_VALUE;

    static final Table<StaffScope> TABLE = Table.<StaffScope>named("staff_scope")
            .of("staff_id")
            .key("scope", TEXT, StaffScope::scope)
            .key("recorded_from", BIGINT, StaffScope::recordedFrom)
            .column("recorded_to", BIGINT, StaffScope::recordedTo)
            .column("known_from", BIGINT, StaffScope::knownFrom)
            .column("known_to", BIGINT, StaffScope::knownTo)
            .readWhere(
                    "recorded_to = " + NOW,
                    StaffScope::goesOn,
                    cells -> new StaffScope(
                            cells.get("scope", TEXT),
                            cells.get("recorded_from", BIGINT),
                            cells.get("recorded_to", BIGINT),
                            cells.get("known_from", BIGINT),
                            cells.get("known_to", BIGINT)));

    static StaffScope since(String scope, long recordedFrom, long knownFrom) {
        return new StaffScope(scope, recordedFrom, NOW, knownFrom, NOW);
    }

    StaffScope until(long recorded, long known) {
        return new StaffScope(scope, recordedFrom, recorded, knownFrom, known);
    }

    private boolean goesOn() {
        return recordedTo == NOW;
    }
}
