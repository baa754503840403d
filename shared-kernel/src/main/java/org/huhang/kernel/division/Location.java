package org.huhang.kernel.division;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which county-level unit a recorded place lies on a day, as far as the tables tell.
 *
 * @param before if changes under way on that day are not in force yet
 * @param after if they are
 */
public record Location(Counties before, Counties after) {

    /**
     * @param likely the unit; several where the recorded one was divided, none where it is not known
     * @param possible {@code likely}, and units to which an area of the recorded one went, or came from
     */
    public record Counties(Set<DivisionCode> likely, Set<DivisionCode> possible) {

        public Counties {
            likely = Collections.unmodifiableSortedSet(new TreeSet<>(likely));
            TreeSet<DivisionCode> all = new TreeSet<>(likely);
            all.addAll(possible);
            possible = Collections.unmodifiableSortedSet(all);
        }

        /** Whether it is one unit and no other. */
        public boolean sure() {
            return likely.size() == 1 && possible.size() == 1;
        }
    }
}
