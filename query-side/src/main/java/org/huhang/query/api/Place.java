package org.huhang.query.api;

import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/**
 * A division as a read view shows it.
 *
 * @param code as recorded, also when abolished since
 * @param name in full, from the province down
 */
public record Place(String code, String name) {

    public static Place of(String digits, Divisions divisions) {
        return new Place(digits, divisions.fullName(DivisionCode.of(digits)));
    }
}
