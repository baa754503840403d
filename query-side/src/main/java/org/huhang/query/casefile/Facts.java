package org.huhang.query.casefile;

import java.util.List;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.area.ToldFacts;

/** All facts of one child by their numbers: where a state names one, what it tells of persons is read here. */
record Facts(List<Event> byNumber) implements ToldFacts {

    static Facts of(CaseHistory history) {
        return new Facts(history.known().stream().map(Recorded::event).toList());
    }

    @Override
    public <E extends CaseEvent> E told(long number, Class<E> type) {
        return type.cast(byNumber.get(Math.toIntExact(number)));
    }
}
