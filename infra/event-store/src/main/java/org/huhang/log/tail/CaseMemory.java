package org.huhang.log.tail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.huhang.command.port.KnownCase;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/**
 * States of the cases worked on lately, each immutable. May be behind the log where another process wrote; ahead of it
 * only where the log was put back, until that is noticed.
 */
public final class CaseMemory {

    private final Cache<CaseId, KnownCase> states;

    public CaseMemory(int most) {
        this.states = Caffeine.newBuilder().maximumSize(most).build();
    }

    public Optional<KnownCase> recall(CaseId caseId) {
        return Optional.ofNullable(states.getIfPresent(caseId));
    }

    public void remember(KnownCase known) {
        states.asMap()
                .merge(known.state().caseId(), known, (old, young) -> young.version() > old.version() ? young : old);
    }

    /** @return whether there was anything to forget */
    public boolean forget(CaseId caseId) {
        return states.asMap().remove(caseId) != null;
    }

    void forgetAll() {
        states.invalidateAll();
    }

    /** Keeps up with a fact that another process recorded. */
    void follow(Recorded fact) {
        states.asMap().computeIfPresent(fact.caseId(), (_, known) -> {
            if (fact.version() <= known.version()) {
                return known;
            }
            return fact.version() == known.version() + 1
                    ? new KnownCase(known.state().after(fact.event()), fact.version())
                    : null;
        });
    }
}
