package org.huhang.log.tail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;

/**
 * States of the cases worked on lately, each immutable. May be behind the log where another process wrote; ahead of it
 * only where the log was put back, until that is noticed.
 */
public final class StreamMemory {

    private final Cache<StreamId, StreamState> states;

    public StreamMemory(int most) {
        this.states = Caffeine.newBuilder().maximumSize(most).build();
    }

    public Optional<StreamState> recall(StreamId stream) {
        return Optional.ofNullable(states.getIfPresent(stream));
    }

    public void remember(StreamState known) {
        states.asMap().merge(known.stream(), known, (old, young) -> young.version() > old.version() ? young : old);
    }

    /** @return whether there was anything to forget */
    public boolean forget(StreamId stream) {
        return states.asMap().remove(stream) != null;
    }

    void forgetAll() {
        states.invalidateAll();
    }

    /** Keeps up with a fact that another process recorded. */
    void follow(Recorded fact) {
        states.asMap().computeIfPresent(fact.stream(), (_, known) -> {
            if (fact.version() <= known.version()) {
                return known;
            }
            return fact.version() == known.version() + 1 && known.follows(fact.event())
                    ? known.with(fact.event(), fact.version())
                    : null;
        });
    }
}
