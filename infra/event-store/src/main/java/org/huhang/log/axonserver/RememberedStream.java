package org.huhang.log.axonserver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huhang.kernel.stream.StreamState;

/**
 * A case as the server's stream has it up to a version.
 *
 * @param keys marks of the idempotency keys that led to its facts
 */
record RememberedStream(StreamState known, Set<UUID> keys) {

    RememberedStream {
        keys = Set.copyOf(keys);
    }

    static RememberedStream of(StreamState unbegun, List<ServerFact> facts) {
        StreamState state = unbegun;
        Set<UUID> keys = new HashSet<>();
        for (ServerFact fact : facts) {
            state = state.with(fact.event(), fact.version());
            fact.trace().keyed().ifPresent(keyed -> keys.add(keyed.mark().key()));
        }
        return new RememberedStream(state, keys);
    }

    /** With the facts of one more command. */
    RememberedStream and(StreamState after, Optional<Mark> mark) {
        Set<UUID> more = new HashSet<>(keys);
        mark.ifPresent(it -> more.add(it.key()));
        return new RememberedStream(after, more);
    }
}
