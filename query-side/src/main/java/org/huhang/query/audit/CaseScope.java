package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * Where a case is, as last recorded: the divisions that answer today for the child's residence and household registration.
 *
 * @param recordedFrom position of the fact since which it is there
 * @param knownFrom position from which on the audit knows of that fact
 */
record CaseScope(String residence, String hukou, long recordedFrom, long knownFrom) {

    static final Table<CaseScope> TABLE = Table.<CaseScope>named("case_scope")
            .column("residence_scope", TEXT, CaseScope::residence)
            .column("hukou_scope", TEXT, CaseScope::hukou)
            .column("recorded_from", BIGINT, CaseScope::recordedFrom)
            .column("known_from", BIGINT, CaseScope::knownFrom)
            .readBy(cells -> new CaseScope(
                    cells.get("residence_scope", TEXT),
                    cells.get("hukou_scope", TEXT),
                    cells.get("recorded_from", BIGINT),
                    cells.get("known_from", BIGINT)));

    CaseScope living(String division) {
        return new CaseScope(division, hukou, recordedFrom, knownFrom);
    }

    CaseScope belonging(String division) {
        return new CaseScope(residence, division, recordedFrom, knownFrom);
    }

    CaseScope since(long recorded, long known) {
        return new CaseScope(residence, hukou, recorded, known);
    }
}
