package org.huhang.query.casefile;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.huhang.kernel.event.CaseEvent;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.area.ToldFacts;

/** The facts of one case by version: where a state names one, what it tells of persons is read here. */
record Facts(Map<Long, Event> byVersion) implements ToldFacts {

    static Facts of(Collection<Recorded> facts) {
        return new Facts(facts.stream().collect(Collectors.toMap(Recorded::version, Recorded::event)));
    }

    @Override
    public <E extends CaseEvent> E told(long version, Class<E> type) {
        return type.cast(byVersion.get(version));
    }
}
