package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/** Where a case is today: the divisions that answer for the child's residence and household registration. */
record CaseScope(String residence, String hukou) {

    static final Table<CaseScope> TABLE = Table.<CaseScope>named("case_scope")
            .column("residence_scope", TEXT, CaseScope::residence)
            .column("hukou_scope", TEXT, CaseScope::hukou)
            .readBy(cells -> new CaseScope(cells.get("residence_scope", TEXT), cells.get("hukou_scope", TEXT)));

    CaseScope living(String division) {
        return new CaseScope(division, hukou);
    }

    CaseScope belonging(String division) {
        return new CaseScope(residence, division);
    }
}
