package org.huhang.kernel.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One row of a table, which knows its line so that whatever is wrong with it can be found. */
public record Row(String table, int line, List<String> columns, List<String> cells) {

    /** @throws UnreadableTable when the cell is empty */
    public String text(String column) {
        return optional(column).orElseThrow(() -> wrong(column + " is empty"));
    }

    public Optional<String> optional(String column) {
        String cell = cells.get(columns.indexOf(column)).strip();
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /** @throws UnreadableTable unless a date as 2024-06-01 */
    public LocalDate date(String column) {
        return date(column, text(column));
    }

    public Optional<LocalDate> optionalDate(String column) {
        return optional(column).map(text -> date(column, text));
    }

    private LocalDate date(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(column + " is not a date like 2024-06-01: " + text);
        }
    }

    /** To be thrown: the row cannot be used. */
    public UnreadableTable wrong(String reason) {
        return new UnreadableTable(table, line, reason);
    }
}
