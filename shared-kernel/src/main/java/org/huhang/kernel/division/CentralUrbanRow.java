package org.huhang.kernel.division;

import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.division.CentralUrban.Basis;
import org.huhang.kernel.division.CentralUrban.Entry;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.table.Row;

/** Reads one row of the central urban table and says what is wrong with it. */
final class CentralUrbanRow {

    private CentralUrbanRow() {}

    static Entry entry(Row row) {
        DivisionCode division = code(row, "division");
        DivisionCode city = code(row, "city");
        LocalDate from = row.date("from");
        Optional<LocalDate> to = row.optionalDate("to");
        if (division.level() != DivisionCode.Level.COUNTY) {
            throw row.wrong(division + " is not a county or district");
        }
        if (city.equals(division) || !city.covers(division)) {
            throw row.wrong(division + " does not lie in the city " + city);
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw row.wrong("ends on " + to.get() + ", before it begins");
        }
        return new Entry(division, central(row), from, to, city, basis(row), row.text("source"));
    }

    private static DivisionCode code(Row row, String column) {
        try {
            return DivisionCode.of(row.text(column));
        } catch (Refused e) {
            throw row.wrong(column + " is not a division code: " + row.text(column));
        }
    }

    private static boolean central(Row row) {
        return switch (row.text("central")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw row.wrong("central must be yes or no");
        };
    }

    private static Basis basis(Row row) {
        return switch (row.text("basis")) {
            case "city" -> Basis.SET_BY_THE_CITY;
            case "default" -> Basis.PRODUCT_DEFAULT;
            default -> throw row.wrong("basis must be city or default");
        };
    }
}
