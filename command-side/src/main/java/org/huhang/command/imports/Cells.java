package org.huhang.command.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huhang.command.port.Digest;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.PersonName;

/** The cells of one row by column, read with every fault noted instead of the first one thrown. */
final class Cells {

    /** As officers and spreadsheets write days. */
    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-M-d", "uuuu/M/d", "uuuuMMdd", "uuuu年M月d日")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 9999;

    private static final String FORMULA_STARTS = "=+-@\t";

    private final Map<Column, String> cells;
    private final List<FieldError> errors = new ArrayList<>();

    private Cells(Map<Column, String> cells) {
        this.cells = cells;
    }

    static Cells of(Heading heading, List<String> latin1) {
        Cells cells = new Cells(new EnumMap<>(Column.class));
        heading.at().forEach((column, index) -> {
            String raw = index < latin1.size() ? latin1.get(index) : "";
            heading.encoding()
                    .decode(raw)
                    .ifPresentOrElse(
                            text -> cells.cells.put(column, text.strip()),
                            () -> cells.fault(column, RefusalCode.CELL_IN_ANOTHER_ENCODING));
        });
        return cells;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void fault(Column column, RefusalCode code) {
        fault(column, code, Map.of());
    }

    private void fault(Column column, RefusalCode code, Map<String, String> parameters) {
        if (errors.stream().noneMatch(error -> error.field().equals(column.heading()))) {
            errors.add(new FieldError(column.heading(), code, parameters));
        }
    }

    String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean isBlank(Column column) {
        return text(column).isBlank();
    }

    /** @return null, with the fault noted, when absent or unfit */
    <T> T value(Column column, Function<String, T> parse) {
        if (isBlank(column)) {
            fault(column, RefusalCode.MISSING_FIELD);
            return null;
        }
        try {
            return parse.apply(text(column));
        } catch (Refused refused) {
            fault(column, refused.refusal().code(), refused.refusal().parameters());
            return null;
        }
    }

    <T> Optional<T> optional(Column column, Function<String, T> parse) {
        return isBlank(column) ? Optional.empty() : Optional.ofNullable(value(column, parse));
    }

    /** No name begins like a formula; such a cell would run when somebody opens an export. */
    PersonName name(Column column) {
        if (!isBlank(column) && FORMULA_STARTS.indexOf(text(column).charAt(0)) >= 0) {
            fault(column, RefusalCode.CELL_LOOKS_LIKE_FORMULA);
            return null;
        }
        return value(column, PersonName::of);
    }

    LocalDate date(Column column) {
        return value(column, Cells::day);
    }

    <T> T term(Column column, Map<String, T> terms) {
        return value(column, text -> known(text, terms));
    }

    <T> Optional<T> optionalTerm(Column column, Map<String, T> terms) {
        return optional(column, text -> known(text, terms));
    }

    /** What the row says, whatever file, column order or encoding it came in. */
    String digest() {
        StringBuilder said = new StringBuilder();
        cells.forEach((column, text) -> {
            if (!text.isBlank()) {
                said.append(column).append('\u001f').append(text).append('\u001e');
            }
        });
        return Digest.of(said.toString());
    }

    private static <T> T known(String text, Map<String, T> terms) {
        T value = terms.get(text);
        if (value == null) {
            String allowed = String.join("、", terms.keySet().stream().sorted().toList());
            throw new Refused(Refusal.of(RefusalCode.VALUE_NOT_ALLOWED, Map.of("allowed", allowed)));
        }
        return value;
    }

    private static LocalDate day(String text) {
        for (DateTimeFormatter format : DAYS) {
            try {
                LocalDate day = LocalDate.parse(text, format);
                if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                    return day;
                }
            } catch (DateTimeParseException notThisWay) {
                // the next way of writing a day may fit
            }
        }
        throw new Refused(RefusalCode.INVALID_DATE);
    }
}
