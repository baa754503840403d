package org.huhang.kernel.division;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.Tsv;
import org.huhang.kernel.table.UnreadableTable;

/**
 * Which districts are a city's central urban area (中心城区). The division code does not tell; each city sets it, from a
 * day on. Moving between two central districts of one city makes nobody a migrant child (流动儿童行动方案, (四)).
 */
public final class CentralUrban {

    private static final String[] COLUMNS = {"division", "central", "from", "to", "city", "basis", "source"};

    public enum Answer {
        CENTRAL,
        /** Named as outside, or not named by a city that has named others. */
        NOT_CENTRAL,
        /** The city has set nothing for that day: for a person to decide. */
        NOT_SET
    }

    public enum Basis {
        /** The city or its province has said so; the source names the text. */
        SET_BY_THE_CITY,
        /** Assumed by the product until the city says. */
        PRODUCT_DEFAULT
    }

    /**
     * @param city whose central area it is; for a municipality the province-level code
     * @param from first day
     * @param to last day; none while it lasts
     */
    public record Entry(
            DivisionCode division,
            boolean central,
            LocalDate from,
            Optional<LocalDate> to,
            DivisionCode city,
            Basis basis,
            String source) {

        boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && to.map(last -> !last.isBefore(day)).orElse(true);
        }

        boolean overlaps(Entry other) {
            return division.equals(other.division) && (holdsOn(other.from) || other.holdsOn(from));
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private CentralUrban(List<Row> rows) {
        rows.forEach(this::add);
    }

    private static final class Shipped {
        static final CentralUrban INSTANCE = new CentralUrban(Tsv.shipped("/policy/central-urban.tsv", COLUMNS));
    }

    public static CentralUrban published() {
        return Shipped.INSTANCE;
    }

    /**
     * An operator's own table, in place of the shipped one.
     *
     * @param table what to call it in an error, such as its file name
     * @throws UnreadableTable with the line at fault
     */
    public static CentralUrban read(String table, Reader reader) {
        return new CentralUrban(Tsv.read(table, reader, COLUMNS));
    }

    private void add(Row row) {
        Entry entry = CentralUrbanRow.entry(row);
        if (entries.stream().anyMatch(entry::overlaps)) {
            throw row.wrong(entry.division() + " already has a row for some of these days");
        }
        entries.add(entry);
    }

    /** @param county a code of the newest edition; a finer one stands for its county */
    public Answer on(DivisionCode county, LocalDate day) {
        return entry(county, day)
                .map(entry -> entry.central() ? Answer.CENTRAL : Answer.NOT_CENTRAL)
                .orElse(isSetAround(county, day) ? Answer.NOT_CENTRAL : Answer.NOT_SET);
    }

    /** The row an answer rests on; none where the county is not named itself. */
    public Optional<Entry> entry(DivisionCode county, LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.division().equals(county.county()) && entry.holdsOn(day))
                .findFirst();
    }

    private boolean isSetAround(DivisionCode county, LocalDate day) {
        return entries.stream().anyMatch(entry -> entry.city().covers(county) && entry.holdsOn(day));
    }
}
