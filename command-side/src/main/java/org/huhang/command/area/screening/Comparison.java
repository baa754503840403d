package org.huhang.command.area.screening;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.DivisionEdition;
import org.huhang.kernel.division.DivisionRef;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Location;
import org.huhang.kernel.division.Location.Counties;

/**
 * Two places compared as the map was on a day, so that a merger, a division or a new number makes nobody a migrant.
 *
 * @param edition of the division codes it was told by
 * @param first county-level units the first place may lie in that day
 * @param second the same of the second place
 */
public record Comparison(DivisionEdition edition, Set<DivisionCode> first, Set<DivisionCode> second, Apart apart) {

    private static final int TOWNSHIP = DivisionCode.Level.TOWNSHIP.prefixLength();

    public enum Apart {
        ONE_UNIT,
        TWO_UNITS,
        NOT_COMPARABLE
    }

    public static Comparison of(DivisionRef first, DivisionRef second, LocalDate on, Divisions divisions) {
        Location one = divisions.locate(first, on);
        Location other = divisions.locate(second, on);
        return new Comparison(
                divisions.latest(), units(one), units(other), apart(first, second, one, other, divisions));
    }

    /**
     * The same for whoever came to one of the places on a day: two units only if they were two on both days, for a border
     * drawn between them since is nobody's crossing.
     */
    public static Comparison crossed(
            DivisionRef first, DivisionRef second, LocalDate came, LocalDate on, Divisions divisions) {
        Comparison now = of(first, second, on, divisions);
        if (now.apart != Apart.TWO_UNITS || !came.isBefore(on)) {
            return now;
        }
        Apart then = of(first, second, came, divisions).apart;
        return new Comparison(now.edition, now.first, now.second, then);
    }

    /**
     * Whether two places are one township. Told by today's codes; a place known to its county only cannot be told.
     *
     * @param counties whether they are one county-level unit: what lies in two is in two townships
     */
    public static Apart townships(DivisionRef first, DivisionRef second, Apart counties, Divisions divisions) {
        if (counties == Apart.TWO_UNITS) {
            return Apart.TWO_UNITS;
        }
        if (!namesTownship(first.code()) || !namesTownship(second.code())) {
            return Apart.NOT_COMPARABLE;
        }
        DivisionCode one = township(first.code());
        DivisionCode other = township(second.code());
        DivisionCode oneNow = divisions.current(one);
        DivisionCode otherNow = divisions.current(other);
        if (oneNow.equals(otherNow)) {
            return namesTownship(oneNow) || one.equals(other) ? Apart.ONE_UNIT : Apart.NOT_COMPARABLE;
        }
        return namesTownship(oneNow) && namesTownship(otherNow) ? Apart.TWO_UNITS : Apart.NOT_COMPARABLE;
    }

    static boolean namesTownship(DivisionCode code) {
        return code.digits().length() >= TOWNSHIP;
    }

    static DivisionCode township(DivisionCode code) {
        return DivisionCode.of(code.digits().substring(0, TOWNSHIP));
    }

    Comparison inDoubt() {
        return new Comparison(edition, first, second, Apart.NOT_COMPARABLE);
    }

    private static Set<DivisionCode> units(Location place) {
        Set<DivisionCode> units = new TreeSet<>(place.before().possible());
        units.addAll(place.after().possible());
        return Collections.unmodifiableSet(units);
    }

    private static Apart apart(
            DivisionRef first, DivisionRef second, Location one, Location other, Divisions divisions) {
        boolean tellCounties = tellsCounty(first, divisions) && tellsCounty(second, divisions);
        if (tellCounties && cannotBeTold(first.code(), second.code())) {
            return Apart.ONE_UNIT;
        }
        Apart before = apart(one.before(), other.before());
        Apart both = before == apart(one.after(), other.after()) ? before : Apart.NOT_COMPARABLE;
        // A province or city none of whose counties may be the other place's is another county whichever county it is.
        return tellCounties || both == Apart.TWO_UNITS ? both : Apart.NOT_COMPARABLE;
    }

    /** Also by the code of a city that had no counties when it was read. */
    private static boolean tellsCounty(DivisionRef place, Divisions divisions) {
        DivisionCode code = place.code();
        return divisions.isCountyOrFiner(code)
                || code.level() == DivisionCode.Level.PREFECTURE
                        && divisions
                                .locate(place, place.edition().day())
                                .before()
                                .likely()
                                .equals(Set.of(code));
    }

    /** One county as recorded, and no two townships in it. */
    private static boolean cannotBeTold(DivisionCode one, DivisionCode other) {
        int digits = Math.min(
                TOWNSHIP, Math.min(one.digits().length(), other.digits().length()));
        return one.digits().substring(0, digits).equals(other.digits().substring(0, digits));
    }

    private static Apart apart(Counties one, Counties other) {
        if (one.likely().isEmpty() || other.likely().isEmpty()) {
            return Apart.NOT_COMPARABLE;
        }
        if (Collections.disjoint(one.possible(), other.possible())) {
            return Apart.TWO_UNITS;
        }
        return one.likely().size() == 1 && one.likely().equals(other.likely()) ? Apart.ONE_UNIT : Apart.NOT_COMPARABLE;
    }
}
