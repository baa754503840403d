package org.huhang.query.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.division.Affiliation;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;

/**
 * A division as a read view shows it.
 *
 * @param code as recorded, also when abolished since
 * @param name in full, from the province down
 * @param official false for a township's or village's code that does not stand in the published list of townships
 * @param today whose it is now, where that is another one; several where that is not known because it was divided or a
 *     change is under way; empty where it is this one
 */
public record Place(String code, String name, boolean official, List<Today> today) {

    /**
     * @param name in full
     * @param official likewise
     */
    public record Today(String code, String name, boolean official) {}

    public Place {
        today = List.copyOf(today);
    }

    public static Place of(String digits, Divisions divisions) {
        DivisionCode code = DivisionCode.of(digits);
        return new Place(digits, divisions.fullName(code), divisions.isOfficial(code), today(code, divisions));
    }

    /** @return empty where the code still says it itself */
    public static List<Today> today(DivisionCode code, Divisions divisions) {
        return whose(code, divisions).stream()
                .map(now -> new Today(now.digits(), divisions.fullName(now), divisions.isOfficial(now)))
                .toList();
    }

    private static Collection<DivisionCode> whose(DivisionCode code, Divisions divisions) {
        if (!divisions.isCountyOrFiner(code)) {
            DivisionCode current = divisions.current(code);
            return current.equals(code) ? successors(code, divisions) : List.of(current);
        }
        Affiliation today = divisions.affiliation(code);
        if (!today.code().equals(code)) {
            return List.of(today.code());
        }
        return today.counties().equals(Set.of(code.county())) ? List.of() : today.counties();
    }

    private static List<DivisionCode> successors(DivisionCode code, Divisions divisions) {
        return switch (divisions.standing(code)) {
            case Standing.Abolished gone ->
                gone.successors().stream().map(Division::code).toList();
            case Standing.InForce _, Standing.ToCome _, Standing.Unknown _ -> List.of();
        };
    }
}
