package org.huhang.query.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.Projection;

/** One case's rows in memory, while facts are folded into them. Not thread-safe. */
public final class CaseRows implements Rows {

    /** A change made by the fact being applied, and what it has replaced, if anything. */
    private record Step<R>(Kept<R> kept, String key, R before, R row, boolean removed) {

        void undo() {
            if (before == null) {
                kept.remove(key);
            } else {
                kept.put(key, before);
            }
        }

        void tell(UUID caseId, Changes changes) {
            if (removed) {
                changes.removed(caseId, kept.table(), key, row);
            } else {
                changes.put(caseId, kept.table(), key, row, before == null);
            }
        }
    }

    private final UUID caseId;
    private final List<Table<?>> declared;
    private final Kept<?>[] tables;
    private final Function<StreamId, List<Recorded>> log;
    private List<Step<?>> steps = List.of();
    private Recorded fact;
    private long knownFrom;

    /** @param log the facts of a stream by its id */
    public CaseRows(UUID caseId, List<Table<?>> tables, Function<StreamId, List<Recorded>> log) {
        this.caseId = caseId;
        this.log = log;
        this.declared = tables;
        this.tables = new Kept<?>[tables.size()];
    }

    /**
     * A fact that cannot be applied leaves the rows as they were, and is thrown back whatever it has thrown.
     *
     * @param knownFrom see {@link Rows#knownFrom}
     * @param changes told of every change once the fact is applied
     */
    public void apply(Projection projection, Recorded fact, long knownFrom, Changes changes) {
        this.fact = fact;
        this.knownFrom = knownFrom;
        steps = new ArrayList<>(4);
        try {
            projection.apply(fact, this);
        } catch (RuntimeException e) {
            steps.reversed().forEach(Step::undo);
            throw e;
        }
        steps.forEach(step -> step.tell(caseId, changes));
        steps = List.of();
    }

    /** Takes in a row that the database already has. */
    <R> void load(Table<R> table, R row) {
        kept(table).put(table.keyOf(row), row);
    }

    /** Tells of every row held, as if each were put now. */
    public void tellAll(Changes of) {
        for (Kept<?> kept : tables) {
            if (kept != null) {
                tellAll(kept, of);
            }
        }
    }

    @Override
    public long knownFrom() {
        return knownFrom;
    }

    @Override
    public CaseHistory history() {
        return CaseHistory.of(fact.caseId(), toldBy(fact.caseId()), this::toldBy);
    }

    private List<Recorded> toldBy(CaseId file) {
        return log.apply(file.stream()).stream()
                .filter(told -> told.position() <= fact.position())
                .toList();
    }

    @Override
    public <R> Optional<R> one(Table<R> table) {
        if (!table.oneRowACase()) {
            throw new IllegalArgumentException("Table " + table.name() + " may keep several rows a case");
        }
        return of(table).stream().findFirst();
    }

    @Override
    public <R> List<R> of(Table<R> table) {
        return kept(table).all();
    }

    @Override
    public <R> void put(Table<R> table, R row) {
        Kept<R> kept = kept(table);
        String key = table.keyOf(row);
        R before = table.loads(row) ? kept.put(key, row) : kept.remove(key);
        if (!row.equals(before)) {
            steps.add(new Step<>(kept, key, before, row, false));
        }
    }

    @Override
    public <R> void remove(Table<R> table, R row) {
        Kept<R> kept = kept(table);
        String key = table.keyOf(row);
        R before = kept.remove(key);
        if (before != null) {
            steps.add(new Step<>(kept, key, before, row, true));
        }
    }

    private <R> void tellAll(Kept<R> kept, Changes of) {
        for (R row : kept.all()) {
            of.put(caseId, kept.table(), kept.table().keyOf(row), row, true);
        }
    }

    @SuppressWarnings("unchecked")
    private <R> Kept<R> kept(Table<R> table) {
        int place = declared.indexOf(table);
        if (place < 0) {
            throw new IllegalArgumentException("The projection does not declare table " + table.name());
        }
        if (tables[place] == null) {
            tables[place] = new Kept<>(table);
        }
        return (Kept<R>) tables[place];
    }
}
