package org.huhang.projection;

import static org.huhang.query.rows.ColumnType.BIGINT;
import static org.huhang.query.rows.ColumnType.TEXT;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;

/** Writes a row a fact, and can be told to fail at a position, as one with an error would, or to be of another revision. */
final class BreakableProjection implements Projection {

    private record Fact(long position, String name) {}

    private static final Table<Fact> FACT = Table.<Fact>named("fact")
            .column("position", BIGINT, Fact::position)
            .column("name", TEXT, Fact::name)
            .appendOnly();

    private final Set<Long> failing = ConcurrentHashMap.newKeySet();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private volatile int revision = 1;

    void failAt(long position) {
        failing.add(position);
    }

    /** Makes a row of the fact that the database does not take. */
    void beRefusedAt(long position) {
        refused.add(position);
    }

    void mend() {
        failing.clear();
        refused.clear();
    }

    void become(int another) {
        revision = another;
    }

    @Override
    public String name() {
        return "breakable";
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public boolean bears(Class<? extends Event> type) {
        return true;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(FACT);
    }

    @Override
    public void apply(Recorded fact, Rows rows) {
        String name = EventCatalogue.name(fact.event().getClass());
        rows.put(FACT, new Fact(fact.position(), refused.contains(fact.position()) ? null : name));
        if (failing.contains(fact.position())) {
            throw new IllegalStateException("张三 330109201505200021");
        }
    }
}
