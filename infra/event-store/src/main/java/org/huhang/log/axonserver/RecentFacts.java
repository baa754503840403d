package org.huhang.log.axonserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;

/** The end of the log, kept in memory for those who follow it closely. */
final class RecentFacts {

    private final Recorded[] ring;
    private long oldest;
    private long newest;

    RecentFacts(int capacity) {
        this.ring = new Recorded[capacity];
    }

    /** Facts that come right after those given last; others start anew. */
    synchronized void add(List<Recorded> facts) {
        for (Recorded fact : facts) {
            if (oldest == 0 || fact.position() != newest + 1) {
                oldest = fact.position();
            }
            newest = fact.position();
            oldest = Math.max(oldest, newest - ring.length + 1);
            ring[(int) (newest % ring.length)] = fact;
        }
    }

    /** Empty where it does not reach back so far. */
    synchronized Optional<List<Recorded>> after(long position, int limit) {
        if (oldest == 0 || position + 1 < oldest) {
            return Optional.empty();
        }
        List<Recorded> facts = new ArrayList<>();
        for (long at = position + 1; at <= newest && facts.size() < limit; at++) {
            facts.add(ring[(int) (at % ring.length)]);
        }
        return Optional.of(facts);
    }
}
