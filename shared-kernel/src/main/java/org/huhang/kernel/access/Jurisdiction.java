package org.huhang.kernel.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.huhang.kernel.division.DivisionCode;

/**
 * The part of the country somebody answers for.
 *
 * @param prefix leading digits shared by every division inside; empty for the whole nation
 */
public record Jurisdiction(String prefix) {

    public static final Jurisdiction NATION = new Jurisdiction("");

    /** @param code a division code, or {@code 000000} for the nation */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Jurisdiction of(String code) {
        return code.chars().allMatch(digit -> digit == '0')
                ? NATION
                : new Jurisdiction(DivisionCode.of(code).prefix());
    }

    public boolean covers(DivisionCode division) {
        return division.digits().startsWith(prefix);
    }

    @JsonValue
    @Override
    public String toString() {
        return prefix.length() >= 6 ? prefix : (prefix + "000000").substring(0, 6);
    }
}
