package org.huhang.kernel.division;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;

/** A dated edition of the national division codes, named by the month it states, e.g. {@code 202306}. */
public record DivisionEdition(@JsonValue String name) implements Comparable<DivisionEdition> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DivisionEdition of(String name) {
        return new DivisionEdition(name);
    }

    /** The edition of the month of {@code day}. */
    static DivisionEdition of(LocalDate day) {
        return new DivisionEdition("%04d%02d".formatted(day.getYear(), day.getMonthValue()));
    }

    public YearMonth month() {
        return YearMonth.of(Integer.parseInt(name.substring(0, 4)), Integer.parseInt(name.substring(4)));
    }

    @Override
    public int compareTo(DivisionEdition other) {
        return name.compareTo(other.name);
    }
}
