package org.huhang.kernel.division;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * To which county-level unit a recorded place belongs on a day (隶属关系).
 *
 * @param code under which the place goes: its new number where it has one, its recorded one where it only has another county
 *     over it or where nobody knows its new number
 * @param counties the unit; several where nobody knows which of them: the recorded one was divided, or a change is announced
 *     and not known to be in force
 */
public record Affiliation(DivisionCode code, Set<DivisionCode> counties) {

    /** Comes before all digits, and belongs to no pattern of SQL. */
    private static final char UNDER = '/';

    public Affiliation {
        counties = Collections.unmodifiableSortedSet(new TreeSet<>(counties));
    }

    /** The unit; that of the code where it may be one of several. */
    public DivisionCode county() {
        return counties.size() == 1 ? counties.iterator().next() : code.county();
    }

    /**
     * By which lists keep to a division: begins with the prefix of whoever the place belongs to. Of a place whose own code
     * does not, with its county and behind that its code.
     */
    public String scope() {
        return county().equals(code.county()) ? code.digits() : county().digits() + UNDER + code.digits();
    }
}
