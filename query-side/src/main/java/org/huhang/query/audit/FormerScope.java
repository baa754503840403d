package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * Where a case was until it moved.
 *
 * @param until position of the fact that moved it
 */
record FormerScope(CaseScope scope, long until) {

    static final Table<FormerScope> TABLE = Table.<FormerScope>named("former_scope")
            .column("residence_scope", TEXT, former -> former.scope.residence())
            .column("hukou_scope", TEXT, former -> former.scope.hukou())
            .column("known_from", BIGINT, former -> former.scope.knownFrom())
            .column("known_to", BIGINT, FormerScope::until)
            .appendOnly();
}
