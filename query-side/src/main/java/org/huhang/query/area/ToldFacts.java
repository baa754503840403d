package org.huhang.query.area;

import org.huhang.kernel.event.CaseEvent;

/** The facts that a case's state rests on and names by their versions. */
public interface ToldFacts {

    /** @throws ClassCastException where the fact of that version is of another type */
    <E extends CaseEvent> E told(long version, Class<E> type);
}
