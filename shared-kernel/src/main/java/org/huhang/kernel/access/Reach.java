package org.huhang.kernel.access;

import java.util.LinkedHashSet;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * Whose cases somebody may know of: those of their part of the country, and those recorded by nothing more than the code of
 * a county that was divided, where a part of it is theirs now. In which part such a child lives nobody knows, and it must
 * not fall between the offices that came after.
 *
 * @param prefixes leading digits of today's codes
 */
public record Reach(Set<String> prefixes) {

    private static final Reach NATION = new Reach(Set.of(""));

    public static Reach of(Jurisdiction jurisdiction, Divisions divisions) {
        if (jurisdiction.equals(Jurisdiction.NATION)) {
            return NATION;
        }
        return of(DivisionCode.of(jurisdiction.toString()), divisions);
    }

    public static Reach of(DivisionCode code, Divisions divisions) {
        Set<String> prefixes = new LinkedHashSet<>();
        prefixes.add(code.prefix());
        divisions.dividedInto(code).forEach(divided -> prefixes.add(divided.digits()));
        return new Reach(prefixes);
    }

    /** @param today a code as it is today; a township of a divided county has another one where its way is on record */
    public boolean covers(DivisionCode today) {
        return prefixes.stream().anyMatch(today.digits()::startsWith);
    }
}
