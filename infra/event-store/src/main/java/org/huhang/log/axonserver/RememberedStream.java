package org.huhang.log.axonserver;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
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

    /** @param others facts of another stream, of one that was merged into this one */
    static RememberedStream of(
            StreamState unbegun, List<ServerFact> facts, Function<StreamId, List<ServerFact>> others) {
        Set<UUID> keys = new HashSet<>();
        facts.forEach(fact ->
                fact.trace().keyed().ifPresent(keyed -> keys.add(keyed.mark().key())));
        StreamState state =
                unbegun.kind().of(unbegun.stream(), recorded(facts), other -> recorded(others.apply(other)));
        return new RememberedStream(state, keys);
    }

    /** In the order of the instants given to their commands: what their positions are does not matter here. */
    private static List<Recorded> recorded(List<ServerFact> facts) {
        return facts.stream()
                .map(fact -> fact.at(new Moment(ChronoUnit.MICROS.between(Instant.EPOCH, fact.at()), fact.at())))
                .toList();
    }

    /** With the facts of one more command. */
    RememberedStream and(StreamState after, Optional<Mark> mark) {
        Set<UUID> more = new HashSet<>(keys);
        mark.ifPresent(it -> more.add(it.key()));
        return new RememberedStream(after, more);
    }
}
