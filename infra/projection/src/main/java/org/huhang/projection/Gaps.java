package org.huhang.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.log.Recorded;

/** From which position on facts are known to one copy of a read model. */
final class Gaps {

    static final Gaps NONE = new Gaps(List.of());

    private final Map<UUID, List<Gap>> gaps;

    Gaps(Collection<Gap> gaps) {
        this.gaps = gaps.stream().collect(Collectors.groupingBy(Gap::caseId));
    }

    Gaps and(Gap another) {
        List<Gap> all = new ArrayList<>(List.of(another));
        gaps.values().forEach(all::addAll);
        return new Gaps(all);
    }

    /** The fact's own position, but for one that was passed over. */
    long knownFrom(Recorded fact) {
        long knownFrom = fact.position();
        for (Gap gap : gaps.getOrDefault(fact.caseId().value(), List.of())) {
            if (gap.holds(fact.position())) {
                knownFrom = Math.max(knownFrom, gap.until());
            }
        }
        return knownFrom;
    }
}
