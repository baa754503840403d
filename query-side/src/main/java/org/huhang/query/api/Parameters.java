package org.huhang.query.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * Reads query parameters. An absent one (null) is empty; one that is present and cannot be read, blank included, is
 * refused by name, so that a slip never widens a query.
 */
public final class Parameters {

    /** Years further off are slips, and further still neither the JDK nor PostgreSQL can count with them. */
    private static final ValueRange YEARS = ValueRange.of(1900, 9999);

    private static final int OLDEST = 99;
    private static final int LONGEST_OVERDUE = 36_500;

    public static final int LONGEST_TEXT = 200;
    public static final int NOT_OVERDUE = -1;

    private Parameters() {}

    /** @throws Refused {@code INVALID_DATE} unless an ISO date that exists, e.g. {@code 2025-02-28}, of 1900 to 9999 */
    public static Optional<LocalDate> date(String name, String text) {
        return read(name, text, RefusalCode.INVALID_DATE, given -> nearby(LocalDate.parse(given)));
    }

    /**
     * @throws Refused {@code INVALID_DATE} unless an ISO instant with an offset, e.g. {@code 2025-02-28T08:00:00+08:00}, of
     *     1900 to 9999
     */
    public static Optional<Instant> instant(String name, String text) {
        // An offset's plus, written plainly into an address, arrives as a space.
        return read(name, text, RefusalCode.INVALID_DATE, given -> nearby(OffsetDateTime.parse(given.replace(' ', '+')))
                .toInstant());
    }

    /** @throws Refused {@code INVALID_DATE} unless a month, e.g. {@code 2025-02}, of 1900 to 9999 */
    public static Optional<YearMonth> month(String name, String text) {
        return read(
                name,
                text,
                () -> Refusal.at(name, RefusalCode.INVALID_DATE, Map.of("month", "2025-02")),
                given -> nearby(YearMonth.parse(given)));
    }

    /** A place in the log, from 0. */
    public static OptionalLong position(String name, String text) {
        Optional<Long> position = read(name, text, RefusalCode.INVALID_PARAMETER, given -> {
            if (!given.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException();
            }
            return Long.parseLong(given);
        });
        return position.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public static Optional<UUID> uuid(String name, String text) {
        return read(name, text, RefusalCode.INVALID_PARAMETER, given -> {
            UUID uuid = UUID.fromString(given);
            // The JDK also takes shortened forms such as 1-1-1-1-1.
            if (!uuid.toString().equalsIgnoreCase(given)) {
                throw new IllegalArgumentException();
            }
            return uuid;
        });
    }

    /** @throws Refused {@code INVALID_PARAMETER} unless a whole number from 0 to {@code most} */
    private static Optional<Integer> number(String name, String text, int most) {
        if (text == null) {
            return Optional.empty();
        }
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : most + 1;
        if (number > most) {
            throw new Refused(Refusal.at(name, RefusalCode.INVALID_PARAMETER, Map.of("allowed", "0-" + most)));
        }
        return Optional.of(number);
    }

    /** In completed years. */
    public static Optional<Integer> age(String name, String text) {
        return number(name, text, OLDEST);
    }

    /**
     * By how many days at least something is overdue: a number, or {@code true} for 1; {@code false} for what is not overdue
     * at all is {@link #NOT_OVERDUE}.
     */
    public static Optional<Integer> overdue(String name, String text) {
        return switch (text) {
            case null -> Optional.empty();
            case "true" -> Optional.of(1);
            case "false" -> Optional.of(NOT_OVERDUE);
            case String days -> number(name, days, LONGEST_OVERDUE);
        };
    }

    /** @throws Refused {@code DIVISION_MALFORMED} unless 6, 9 or 12 digits */
    public static Optional<DivisionCode> division(String name, String text) {
        try {
            return Optional.ofNullable(text).map(DivisionCode::of);
        } catch (Refused malformed) {
            throw new Refused(Refusal.at(name, malformed.refusal().code()));
        }
    }

    public static Optional<Boolean> flag(String name, String text) {
        return read(name, text, RefusalCode.INVALID_PARAMETER, Map.of("true", true, "false", false)::get);
    }

    /** @throws Refused {@code INVALID_PARAMETER} with the allowed names */
    public static <E extends Enum<E>> Optional<E> choice(String name, String text, Class<E> type) {
        if (text == null) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        throw new Refused(Refusal.at(
                name,
                RefusalCode.INVALID_PARAMETER,
                Map.of(
                        "allowed",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** Text to be compared for equality; at most {@value #LONGEST_TEXT} characters, without NULs, which PostgreSQL cannot take. */
    public static Optional<String> text(String name, String text) {
        return read(name, text, RefusalCode.INVALID_PARAMETER, given -> {
            if (given.isBlank()
                    || given.length() > LONGEST_TEXT
                    || given.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException();
            }
            return given;
        });
    }

    static <T extends TemporalAccessor> T nearby(T time) {
        YEARS.checkValidValue(time.get(ChronoField.YEAR), ChronoField.YEAR);
        return time;
    }

    private static <T> Optional<T> read(String name, String text, RefusalCode code, Function<String, T> parse) {
        return read(name, text, () -> Refusal.at(name, code), parse);
    }

    private static <T> Optional<T> read(
            String name, String text, Supplier<Refusal> unreadableSo, Function<String, T> parse) {
        if (text == null) {
            return Optional.empty();
        }
        T value;
        try {
            value = parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new Refused(unreadableSo.get());
        }
        if (value == null) {
            throw new Refused(unreadableSo.get());
        }
        return Optional.of(value);
    }
}
