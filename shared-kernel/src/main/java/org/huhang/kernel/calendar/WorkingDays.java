package org.huhang.kernel.calendar;

import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;

/**
 * Working days (工作日) by the State Council's yearly notice: its holidays are free, its make-up days (调休) are worked. For
 * a year without a notice only weekends are free, and a {@link LastWorkingDay} that rests on such a year says so.
 */
public final class WorkingDays {

    /** Name of the file by which an operator replaces the table, whole. */
    public static final String FILE = "state-council-days.tsv";

    private static final String[] COLUMNS = {"date", "kind", "occasion"};
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Map<LocalDate, Boolean> worked = new HashMap<>();
    private final String fingerprint;

    private WorkingDays(List<Row> rows) {
        rows.forEach(this::add);
        fingerprint = Integer.toHexString(new TreeMap<>(worked).toString().hashCode());
    }

    private static final class Shipped {
        static final WorkingDays INSTANCE = new WorkingDays(Tsv.shipped("/calendar/" + FILE, COLUMNS));
    }

    /** The notices shipped with the product, 2015 to 2026. */
    public static WorkingDays published() {
        return Shipped.INSTANCE;
    }

    /** @throws org.huhang.kernel.table.UnreadableTable with the line at fault */
    public static WorkingDays read(String table, Reader reader) {
        return new WorkingDays(Tsv.read(table, reader, COLUMNS));
    }

    /** The same for the same days, in every process. */
    public String fingerprint() {
        return fingerprint;
    }

    private void add(Row row) {
        boolean work =
                switch (row.text("kind")) {
                    case "workday" -> true;
                    case "holiday" -> false;
                    default -> throw row.wrong("kind must be holiday or workday");
                };
        if (worked.put(row.date("date"), work) != null) {
            throw row.wrong("the day " + row.text("date") + " stands here twice");
        }
    }

    /** Whether the notice of that year is known. A notice may reach into its neighbours, so National Day decides. */
    public boolean isPublished(int year) {
        return worked.containsKey(LocalDate.of(year, Month.OCTOBER, 1));
    }

    public boolean isWorkingDay(LocalDate day) {
        return worked.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /** @param due the last day for something, in calendar days */
    public LastWorkingDay lastBy(LocalDate due) {
        LocalDate day = due;
        boolean settled = isSettled(day);
        while (!isWorkingDay(day)) {
            day = day.minusDays(1);
            settled &= isSettled(day);
        }
        return new LastWorkingDay(day, !settled);
    }

    /** Whether all notices that may speak of the day are known: of its year, and from Christmas on of the next one's New Year. */
    private boolean isSettled(LocalDate day) {
        return isPublished(day.getYear())
                && (day.isBefore(LocalDate.of(day.getYear(), Month.DECEMBER, 25)) || isPublished(day.getYear() + 1));
    }
}
