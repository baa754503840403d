package org.huhang.query;

import java.util.List;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.rows.Rows;
import org.huhang.query.rows.Table;

/**
 * One read model's way from facts to tables: a fold over the facts of one case into the rows of that case. Every bean of
 * this type is followed, rebuilt and tested alike; there is nothing else to register.
 *
 * <p>A projection runs no SQL. The runner loads the rows of a case before its facts are applied and writes what has changed
 * in the transaction that keeps the position, so each fact is applied exactly once; a rebuild runs the same fold in memory
 * and copies the outcome into fresh tables. What a projection decides may therefore rest on nothing but the fact, the
 * rows of its stream and what it says that it {@link #restsOn}.
 */
public interface Projection {

    /** Name of the read model, of its schema and of the folder of its migrations, {@code db/<name>}. */
    String name();

    /** Counts up whenever the fold or its tables change: rows of another revision are then made anew. From 1. */
    int revision();

    /**
     * What its rows rest on beside the facts, by a digest of what that says now: which division answers for a place, at which
     * age a law ends. They are made anew when it says otherwise; empty where they rest on nothing else.
     */
    default String restsOn() {
        return "";
    }

    /** Whether facts of this type can change a row. Those of others are never decoded in a rebuild. */
    boolean bears(Class<? extends Event> type);

    /** Whether {@link Recorded#by()} is looked at; where not, it may be null. */
    default boolean wantsAttribution() {
        return false;
    }

    /** Every table the fold writes to. */
    List<Table<?>> tables();

    /**
     * Applies one fact that bears on the read model. Facts of one case come in order of position; those of different cases
     * in any order, and on several threads.
     */
    void apply(Recorded fact, Rows rows);
}
