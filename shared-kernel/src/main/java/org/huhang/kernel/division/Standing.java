package org.huhang.kernel.division;

import java.util.List;

/** What the published editions know of a code. */
public sealed interface Standing {

    /** In the newest edition; for a village: its township is. */
    record InForce(Division division) implements Standing {}

    /**
     * Once a code, no longer. Abolished codes are never reused.
     *
     * @param lastIn the newest edition that has it
     * @param successors in force now; empty where not known, several where the area was divided
     */
    record Abolished(Division division, DivisionEdition lastIn, List<Division> successors) implements Standing {
        public Abolished {
            successors = List.copyOf(successors);
        }
    }

    record Unknown() implements Standing {}
}
