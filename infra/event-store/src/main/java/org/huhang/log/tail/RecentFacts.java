package org.huhang.log.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;

/** A bounded stretch of the log without gaps, up to its newest fact known here. For one thread at a time. */
public final class RecentFacts {

    private static final int KEPT = 16_384;

    private final Recorded[] ring = new Recorded[KEPT];
    private long after = -1;
    private long newest = -1;

    /** Whether it has not even begun. */
    public boolean isEmpty() {
        return newest < 0;
    }

    /** Begins anew behind {@code position}. */
    public void startAfter(long position) {
        after = position;
        newest = position;
    }

    /** @return whether it was the next one; any other is left out */
    public boolean add(Recorded fact) {
        if (fact.position() != newest + 1) {
            return false;
        }
        newest = fact.position();
        ring[place(newest)] = fact;
        after = Math.max(after, newest - KEPT);
        return true;
    }

    /** Whether another fact is known to have the place of this one. */
    boolean contradicts(Recorded fact) {
        if (fact.position() <= after || fact.position() > newest) {
            return false;
        }
        Recorded known = ring[place(fact.position())];
        return known.version() != fact.version()
                || !known.stream().equals(fact.stream())
                || !known.recordedAt().equals(fact.recordedAt());
    }

    Optional<Recorded> newestFact() {
        return newest > after ? Optional.of(ring[place(newest)]) : Optional.empty();
    }

    long newest() {
        return newest;
    }

    /** At most {@code limit} facts after {@code position}; empty where the stretch does not hold the next one. */
    public Optional<List<Recorded>> after(long position, int limit) {
        if (position < after || position >= newest) {
            return Optional.empty();
        }
        long last = Math.min(newest, position + limit);
        List<Recorded> found = new ArrayList<>((int) (last - position));
        for (long next = position + 1; next <= last; next++) {
            found.add(ring[place(next)]);
        }
        return Optional.of(found);
    }

    private static int place(long position) {
        return (int) (position % KEPT);
    }
}
