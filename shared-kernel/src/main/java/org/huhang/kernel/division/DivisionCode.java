package org.huhang.kernel.division;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * An administrative division code (行政区划代码, Order 79 of 2025): 6 digits down to the county, 9 to the township, 12 to
 * the village (statistical rule). Well formed only; whether it exists is for {@code Divisions} and an edition to say.
 */
public record DivisionCode(@JsonValue String digits) implements Comparable<DivisionCode> {

    private static final Pattern WELL_FORMED = Pattern.compile("[1-8][0-9]([0-9]{4}|[0-9]{7}|[0-9]{10})");

    /** Coarse to fine, with the number of leading digits that name a division of the level. */
    public enum Level {
        PROVINCE(2),
        PREFECTURE(4),
        COUNTY(6),
        TOWNSHIP(9),
        VILLAGE(12);

        private final int prefixLength;

        Level(int prefixLength) {
            this.prefixLength = prefixLength;
        }

        public int prefixLength() {
            return prefixLength;
        }
    }

    /** @throws Refused {@code DIVISION_MALFORMED} unless 6, 9 or 12 digits of a province 11–82 */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DivisionCode of(String text) {
        String digits = text == null ? "" : text.strip();
        if (!WELL_FORMED.matcher(digits).matches()) {
            throw new Refused(RefusalCode.DIVISION_MALFORMED);
        }
        return new DivisionCode(digits);
    }

    public Level level() {
        return switch (digits.length()) {
            case 12 -> Level.VILLAGE;
            case 9 -> Level.TOWNSHIP;
            default ->
                digits.endsWith("0000") ? Level.PROVINCE : digits.endsWith("00") ? Level.PREFECTURE : Level.COUNTY;
        };
    }

    /** The leading digits shared by everything inside this division; a city without counties covers its townships. */
    public String prefix() {
        return digits.substring(0, level().prefixLength());
    }

    public boolean covers(DivisionCode other) {
        return other.digits.startsWith(prefix());
    }

    /** First six digits: the county, or the city itself where it has no counties. */
    public DivisionCode county() {
        return new DivisionCode(digits.substring(0, 6));
    }

    public DivisionCode prefecture() {
        return new DivisionCode(digits.substring(0, 4) + "00");
    }

    public DivisionCode province() {
        return new DivisionCode(digits.substring(0, 2) + "0000");
    }

    @Override
    public int compareTo(DivisionCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
