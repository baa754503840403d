package org.huhang.query.beside.staff;

import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.TEXT;
import static org.huhang.query.rows.ColumnType.word;

import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.beside.staff.StaffState.Appointed;
import org.huhang.query.rows.ColumnType;
import org.huhang.query.rows.Table;

/** What is kept of one member of staff. */
record Member(String name, Appointed state) {

    private static final ColumnType<Appointed> STATE = ColumnType.json(Appointed.class);

    static final Table<Member> TABLE = Table.<Member>named("member")
            .of("staff_id")
            .column("name", TEXT, Member::name)
            .column("post", word(StaffPost.class), member -> member.state.post())
            .column("since", DATE, member -> member.state.since())
            .column("state", STATE, Member::state)
            .readBy(cells -> new Member(cells.get("name", TEXT), cells.get("state", STATE)));
}
