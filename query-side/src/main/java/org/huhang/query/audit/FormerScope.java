package org.huhang.query.audit;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * Where a case was until it moved. What was recorded meanwhile goes by the positions of the two moves; as of which moments the
 * case was there goes by when the audit knew of them. Of a case that was passed over over both moves the latter is never,
 * and the former holds nevertheless.
 *
 * @param recordedTo position of the fact that moved it
 * @param knownTo position from which on the audit knows of that fact
 */
record FormerScope(CaseScope scope, long recordedTo, long knownTo) {

    static final Table<FormerScope> TABLE = Table.<FormerScope>named("former_scope")
            .column("residence_scope", TEXT, former -> former.scope.residence())
            .column("hukou_scope", TEXT, former -> former.scope.hukou())
            .column("recorded_from", BIGINT, former -> former.scope.recordedFrom())
            .column("recorded_to", BIGINT, FormerScope::recordedTo)
            .column("known_from", BIGINT, former -> former.scope.knownFrom())
            .column("known_to", BIGINT, FormerScope::knownTo)
            .appendOnly();
}
