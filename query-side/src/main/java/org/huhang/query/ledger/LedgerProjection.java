package org.huhang.query.ledger;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.area.Bearing;
import org.huhang.query.area.CaseOutline;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/** Keeps one row a child: what the ledger shows of it, as last recorded; and each row that was on the ledger before. */
@Component
class LedgerProjection implements Projection {

    static final String NAME = "ledger";

    private static final Bearing BEARING = Bearing.on(NAME);

    private final Divisions divisions;

    LedgerProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 8;
    }

    @Override
    public String restsOn() {
        return divisions.fingerprint();
    }

    @Override
    public boolean bears(Class<? extends Event> type) {
        return BEARING.bears(type);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Child.TABLE, Former.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Optional<Child> before = rows.one(Child.TABLE);
        CaseOutline.after(before.map(Child::outline), fact, rows).ifPresent(outline -> {
            Child after = before.map(child -> child.after(outline, this::today, rows.knownFrom()))
                    .orElseGet(() -> Child.begin(outline, this::today, rows.knownFrom()));
            before.ifPresent(child -> keepFormer(child, after, rows));
            if (!before.equals(Optional.of(after))) {
                rows.put(Child.TABLE, after);
            }
        });
    }

    private static void keepFormer(Child before, Child after, Rows rows) {
        if (!after.columns().equals(before.columns()) && before.knownFrom() < rows.knownFrom()) {
            before.shown().ifPresent(listing -> rows.put(Former.TABLE, new Former(before, listing, rows.knownFrom())));
        }
    }

    private String today(String division) {
        return divisions.affiliation(new DivisionCode(division)).scope();
    }
}
