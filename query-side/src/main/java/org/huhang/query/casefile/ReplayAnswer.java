package org.huhang.query.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.EntryId;
import org.huhang.query.fact.FactDocument;
import org.jspecify.annotations.Nullable;

/**
 * The case as it was known or true.
 *
 * @param position of the last fact among those that were known, true yet or not; 0 when there is none
 * @param knownAt when that fact was recorded: asked for as of either, state and facts are the same for ever, and
 *     {@code changedSince} grows
 * @param known false where the registration is not among the facts: the case was not known then, or not yet true
 * @param version the highest among the facts; null when there is none
 * @param state null unless known
 * @param facts those the state rests on, in the order in which they were folded; by effect, a merge known to be undone
 *     stands among them and changes nothing
 * @param changedSince those left out, each with what it changes when it takes its place; null for whose case it was
 *     and is no more
 */
public record ReplayAnswer(
        CaseId caseId,
        Asked asked,
        long position,
        Instant knownAt,
        boolean known,
        @Nullable Long version,
        @Nullable CaseDocument state,
        List<FactDocument> facts,
        @Nullable List<Later> changedSince) {

    /** As asked. */
    public record Asked(
            @Nullable String knownAt,
            @Nullable Means knownAtMeans,
            @Nullable String effectiveAt) {

        public enum Means {
            INSTANT,
            END_OF_DAY,
            POSITION
        }
    }

    /** @param overrules entries that take effect without the fact, and do so no longer with it */
    public record Later(Set<Reason> because, FactDocument fact, List<EntryId> overrules) {

        public enum Reason {
            RECORDED_LATER,
            EFFECTIVE_LATER
        }
    }
}
