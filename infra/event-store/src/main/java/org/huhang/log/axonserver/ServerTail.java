package org.huhang.log.axonserver;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.tail.RecentFacts;

/** The end of the server's log in memory, for those who follow it closely. */
final class ServerTail {

    private final RecentFacts recent = new RecentFacts();

    synchronized void add(List<Recorded> facts) {
        for (Recorded fact : facts) {
            if (recent.isEmpty() || !recent.add(fact)) {
                recent.startAfter(fact.position() - 1);
                recent.add(fact);
            }
        }
    }

    /** Empty where it does not hold the next one. */
    synchronized Optional<List<Recorded>> after(long position, int limit) {
        return recent.after(position, limit);
    }
}
