package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.List;

/** What the published tables know of a code on a day. */
public sealed interface Standing {

    /** In force, or in the statistical list; for a village: its township is. */
    record InForce(Division division) implements Standing {}

    /** Announced, and not in force before {@code from}. */
    record ToCome(Division division, LocalDate from) implements Standing {}

    /**
     * Once a code, no longer. Abolished codes are never reused.
     *
     * @param by what ended it
     * @param successors in force now; several where the area was divided
     */
    record Abolished(Division division, DivisionChange by, List<Division> successors) implements Standing {
        public Abolished {
            successors = List.copyOf(successors);
        }
    }

    record Unknown() implements Standing {}
}
