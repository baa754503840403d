package org.huhang.query.statistics;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.DATE;
import static org.huhang.query.rows.ColumnType.INSTANT;
import static org.huhang.query.rows.ColumnType.TEXT;

import java.util.List;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.area.Bearing;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;
import org.springframework.stereotype.Component;

/**
 * Keeps each case's spells: those that a fact restates are closed as known until then, and the new ones opened. Even those
 * that stood between two facts of one commit: a position between the two may be asked for.
 */
@Component
class StatisticsProjection implements Projection {

    static final String NAME = "statistics";

    private static final Bearing BEARING = Bearing.on(NAME);

    /** The facts that figures rest on. */
    private static final Table<Recorded> FACTS = Table.<Recorded>named("fact")
            .column("position", BIGINT, Recorded::position)
            .column("name", TEXT, fact -> EventCatalogue.name(fact.event().getClass()))
            .column("effective_on", DATE, fact -> fact.event().effectiveOn())
            .column("recorded_at", INSTANT, Recorded::recordedAt)
            .appendOnly();

    private final Divisions divisions;

    StatisticsProjection(Divisions divisions) {
        this.divisions = divisions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 5;
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
        return List.of(Timeline.TABLE, FACTS, KnownSpell.TABLE);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        Timeline before = rows.one(Timeline.TABLE).orElseGet(Timeline::empty);
        Timeline after = History.evolve(before, fact, rows::history);
        if (after != before) {
            rows.put(Timeline.TABLE, after);
        }
        if (!after.countsAs(before)) {
            rows.put(FACTS, fact);
            restate(fact, Spells.of(after), rows);
        }
    }

    /** The spells that are known without an end are those of the timeline before; what they share with the new ones stays. */
    private void restate(Recorded fact, Set<Spell> now, Rows rows) {
        for (KnownSpell known : rows.of(KnownSpell.TABLE)) {
            if (!now.remove(known.spell())) {
                end(known, fact, rows);
            }
        }
        for (Spell spell : now) {
            rows.put(
                    KnownSpell.TABLE,
                    KnownSpell.since(rows.knownFrom(), fact, spell, today(spell.residence()), today(spell.hukou())));
        }
    }

    private static void end(KnownSpell known, Recorded fact, Rows rows) {
        if (known.since() < rows.knownFrom()) {
            rows.put(KnownSpell.TABLE, known.until(rows.knownFrom(), fact));
        } else {
            rows.remove(KnownSpell.TABLE, known);
        }
    }

    private String today(String division) {
        return divisions.affiliation(new DivisionCode(division)).scope();
    }
}
