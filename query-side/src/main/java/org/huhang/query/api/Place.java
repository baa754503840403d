package org.huhang.query.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.huhang.kernel.division.Affiliation;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A division as a read view shows it.
 *
 * @param code as recorded, also when abolished since
 * @param name in full, from the province down
 * @param official false for a township's or village's code that does not stand in the published list of townships
 * @param today whose it is now, where that is another one; several where that is not known because it was divided or a
 *     change is under way; empty where it is this one
 * @param then likewise, whose it was on the day that the list is told for; null in figures, which are told by the divisions of a
 *     day as a whole
 */
public record Place(
        String code,
        String name,
        boolean official,
        List<Whose> today,
        @Nullable List<Whose> then) {

    /**
     * A division to which a place belongs.
     *
     * @param name in full, by today's name or its last one
     * @param official false for a township's or village's code that is in no published list
     */
    public record Whose(String code, String name, boolean official) {}

    public Place {
        today = List.copyOf(today);
    }

    /** Of any level, in a figure. */
    public static Place of(String digits, Divisions divisions) {
        return of(DivisionCode.of(digits), divisions, null);
    }

    /** In a list that is told for a day, of a county or finer. */
    public static Place of(String digits, Divisions divisions, LocalDate day) {
        DivisionCode code = DivisionCode.of(digits);
        return of(code, divisions, then(code, divisions, day));
    }

    private static Place of(DivisionCode code, Divisions divisions, @Nullable List<Whose> then) {
        return new Place(
                code.digits(), divisions.fullName(code), divisions.isOfficial(code), today(code, divisions), then);
    }

    /** @return empty where the code still says it itself */
    public static List<Whose> today(DivisionCode code, Divisions divisions) {
        if (divisions.isCountyOrFiner(code)) {
            return others(code, divisions.affiliation(code), divisions);
        }
        DivisionCode current = divisions.current(code);
        return shown(current.equals(code) ? successors(code, divisions) : List.of(current), divisions);
    }

    /** @return empty where the code said it itself on that day */
    public static List<Whose> then(DivisionCode code, Divisions divisions, LocalDate day) {
        return others(code, divisions.affiliation(code, day), divisions);
    }

    private static List<Whose> others(DivisionCode code, Affiliation whose, Divisions divisions) {
        if (!whose.code().equals(code)) {
            return shown(List.of(whose.code()), divisions);
        }
        return whose.counties().equals(Set.of(code.county())) ? List.of() : shown(whose.counties(), divisions);
    }

    private static List<Whose> shown(Collection<DivisionCode> codes, Divisions divisions) {
        return codes.stream()
                .map(code -> new Whose(code.digits(), divisions.fullName(code), divisions.isOfficial(code)))
                .toList();
    }

    private static List<DivisionCode> successors(DivisionCode code, Divisions divisions) {
        return switch (divisions.standing(code)) {
            case Standing.Abolished gone ->
                gone.successors().stream().map(Division::code).toList();
            case Standing.InForce _, Standing.ToCome _, Standing.Unknown _ -> List.of();
        };
    }
}
