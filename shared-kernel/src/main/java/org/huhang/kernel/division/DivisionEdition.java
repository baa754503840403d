package org.huhang.kernel.division;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The tables of division codes that something was read or judged by, named by the last day on or before it that changed what
 * they answer: a change's document, its taking effect or its first list, e.g. {@code 2025-11-06}. As they stood on that day they
 * judge the same again. Facts recorded before days were kept name a month, e.g. {@code 202306}, and mean its end.
 */
public record DivisionEdition(@JsonValue String name) implements Comparable<DivisionEdition> {

    private static final int MONTH = 6;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DivisionEdition of(String name) {
        return new DivisionEdition(name);
    }

    static DivisionEdition of(LocalDate day) {
        return new DivisionEdition(day.toString());
    }

    /** The day the tables stood on; of an edition named by its month the last one. */
    public LocalDate day() {
        return name.length() == MONTH
                ? YearMonth.of(Integer.parseInt(name.substring(0, 4)), Integer.parseInt(name.substring(4)))
                        .atEndOfMonth()
                : LocalDate.parse(name);
    }

    @Override
    public int compareTo(DivisionEdition other) {
        int byDay = day().compareTo(other.day());
        return byDay == 0 ? name.compareTo(other.name) : byDay;
    }
}
