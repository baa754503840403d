package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * Where a case is, as last recorded: the divisions that answer today for the child's residence and household registration.
 *
 * @param knownFrom position of the fact since which it is there
 */
record CaseScope(String residence, String hukou, long knownFrom) {

    static final Table<CaseScope> TABLE = Table.<CaseScope>named("case_scope")
            .column("residence_scope", TEXT, CaseScope::residence)
            .column("hukou_scope", TEXT, CaseScope::hukou)
            .column("known_from", BIGINT, CaseScope::knownFrom)
            .readBy(cells -> new CaseScope(
                    cells.get("residence_scope", TEXT),
                    cells.get("hukou_scope", TEXT),
                    cells.get("known_from", BIGINT)));

    CaseScope living(String division) {
        return new CaseScope(division, hukou, knownFrom);
    }

    CaseScope belonging(String division) {
        return new CaseScope(residence, division, knownFrom);
    }

    CaseScope since(long position) {
        return new CaseScope(residence, hukou, position);
    }
}
