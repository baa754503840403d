package org.huhang.kernel.area;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.log.Recorded;

/** Merges that were undone: there were two children all along, so neither the merge nor its undoing was ever true. */
final class UndoneMerges {

    private UndoneMerges() {}

    /** Every such merge among the facts of a case, and what undid it. */
    static Set<Recorded> among(Collection<Recorded> facts) {
        List<Recorded> asRecorded = facts.stream()
                .sorted(Comparator.comparingLong(Recorded::version))
                .toList();
        Deque<Recorded> merges = new ArrayDeque<>();
        Set<Recorded> undone = new HashSet<>();
        for (Recorded fact : asRecorded) {
            if (fact.event() instanceof CasesMerged) {
                merges.push(fact);
            }
            if (fact.event() instanceof CasesUnmerged parted) {
                merges.stream()
                        .filter(merge -> undoes(parted, (CasesMerged) merge.event()))
                        .findFirst()
                        .ifPresent(merge -> {
                            merges.remove(merge);
                            undone.addAll(List.of(merge, fact));
                        });
            }
        }
        return undone;
    }

    private static boolean undoes(CasesUnmerged parted, CasesMerged merge) {
        return parted.survivor().equals(merge.survivor()) && parted.absorbed().equals(merge.absorbed());
    }
}
