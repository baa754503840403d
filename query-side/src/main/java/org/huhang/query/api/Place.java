package org.huhang.query.api;

import java.util.List;
import org.huhang.kernel.division.Division;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.division.Standing;

/**
 * A division as a read view shows it.
 *
 * @param code as recorded, also when abolished since
 * @param name in full, from the province down
 * @param today whose it is now, where that is another one; several where it was divided, empty where it is
 *     this one
 */
public record Place(String code, String name, List<Today> today) {

    /** @param name in full */
    public record Today(String code, String name) {}

    public Place {
        today = List.copyOf(today);
    }

    public static Place of(String digits, Divisions divisions) {
        DivisionCode code = DivisionCode.of(digits);
        return new Place(
                digits,
                divisions.fullName(code),
                today(code, divisions).stream()
                        .map(now -> new Today(now.digits(), divisions.fullName(now)))
                        .toList());
    }

    private static List<DivisionCode> today(DivisionCode code, Divisions divisions) {
        DivisionCode current = divisions.current(code);
        if (!current.equals(code)) {
            return List.of(current);
        }
        return switch (divisions.standing(code)) {
            case Standing.Abolished gone ->
                gone.successors().stream().map(Division::code).toList();
            case Standing.InForce _, Standing.ToCome _, Standing.Unknown _ -> List.of();
        };
    }
}
