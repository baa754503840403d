package org.huhang.kernel.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huhang.kernel.table.Row;
import org.huhang.kernel.table.UnreadableTable;

/** One line of a policy table: what it sets and on which legal basis. */
record Setting(Row row, String parameter, String value, String legalBasis) {

    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,3}) (day|month)s?");

    static Setting of(Row row) {
        return new Setting(row, row.text("parameter"), row.text("value"), row.text("legal basis"));
    }

    Provision<Integer> number() {
        if (!value.matches("[0-9]{1,4}")) {
            throw wrong("a whole number, e.g. 6");
        }
        return provision(Integer.parseInt(value));
    }

    Provision<Boolean> asked() {
        return switch (value) {
            case "asked" -> provision(true);
            case "not asked" -> provision(false);
            default -> throw wrong("\"asked\" or \"not asked\"");
        };
    }

    /** For what makes the definition: without it every child would count. */
    Provision<Boolean> alwaysAsked() {
        Provision<Boolean> asked = asked();
        if (!asked.value()) {
            throw wrong("\"asked\"");
        }
        return asked;
    }

    LocalDate day() {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw wrong("a date like 2024-08-01");
        }
    }

    Optional<LocalDate> dayOrOpen() {
        return "open".equals(value) ? Optional.empty() : Optional.of(day());
    }

    Provision<Period> period() {
        Matcher written = PERIOD.matcher(value);
        if (!written.matches()) {
            throw wrong("a period like \"30 days\" or \"6 months\"");
        }
        int length = Integer.parseInt(written.group(1));
        return provision("day".equals(written.group(2)) ? Period.ofDays(length) : Period.ofMonths(length));
    }

    Optional<Provision<Period>> periodOrNone() {
        return "none".equals(value) ? Optional.empty() : Optional.of(period());
    }

    <E extends Enum<E>> Provision<E> oneOf(Class<E> type) {
        return provision(constant(type).apply(value));
    }

    /** Several names parted by commas; {@code any} for all there are. */
    <E extends Enum<E>> Provision<Set<E>> someOf(Class<E> type) {
        return provision(
                "any".equals(value)
                        ? Set.of(type.getEnumConstants())
                        : Arrays.stream(value.split(",", -1))
                                .map(String::strip)
                                .map(constant(type))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    UnreadableTable wrong(String whatItIs) {
        return row.wrong("%s must be %s, not \"%s\"".formatted(parameter, whatItIs, value));
    }

    private <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("of " + Arrays.toString(type.getEnumConstants())));
    }

    private <T> Provision<T> provision(T meaning) {
        return new Provision<>(meaning, legalBasis);
    }
}
