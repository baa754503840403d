package org.huhang.query.worklist;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;

import org.huhang.query.rows.Table;

/**
 * What was due until a fact changed it or did away with it.
 *
 * @param until position of that fact
 */
record Former(Due due, long until) {

    static final Table<Former> TABLE = Table.<Former>named("former")
            .column("kind", Due.KIND, former -> former.due.kind())
            .column("due_on", DATE, former -> former.due.on())
            .column("child", TEXT, former -> former.due.child())
            .column("residence", TEXT, former -> former.due.residence())
            .column("residence_scope", TEXT, former -> former.due.residenceScope())
            .column("hukou", TEXT, former -> former.due.hukou())
            .column("hukou_scope", TEXT, former -> former.due.hukouScope())
            .column("known_from", BIGINT, former -> former.due.knownFrom())
            .column("known_to", BIGINT, Former::until)
            .appendOnly();
}
