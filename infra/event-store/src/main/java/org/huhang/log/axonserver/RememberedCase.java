package org.huhang.log.axonserver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huhang.command.port.KnownCase;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.value.CaseId;

/**
 * A case as the server's stream has it up to a version.
 *
 * @param keys marks of the idempotency keys that led to its facts
 */
record RememberedCase(KnownCase known, Set<UUID> keys) {

    RememberedCase {
        keys = Set.copyOf(keys);
    }

    static RememberedCase of(CaseId id, List<ServerFact> facts) {
        CaseState state = CaseState.unregistered(id);
        Set<UUID> keys = new HashSet<>();
        for (ServerFact fact : facts) {
            state = state.after(fact.event());
            fact.trace().keyed().ifPresent(keyed -> keys.add(keyed.mark().key()));
        }
        return new RememberedCase(
                new KnownCase(state, facts.isEmpty() ? -1 : facts.getLast().version()), keys);
    }

    /** With the facts of one more command. */
    RememberedCase and(CaseState after, long version, Optional<Mark> mark) {
        Set<UUID> more = new HashSet<>(keys);
        mark.ifPresent(it -> more.add(it.key()));
        return new RememberedCase(new KnownCase(after, version), more);
    }
}
