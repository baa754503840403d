package org.huhang.query.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * How values of one kind stand in a column, written as PostgreSQL reads them.
 *
 * @param sql the column's type
 */
public record ColumnType<T>(String sql, Function<T, String> write, Function<String, T> read) {

    private static final String FOR_EVER = "infinity";

    private static final JsonMapper DOCUMENTS = JsonMapper.builder().build();

    private static final JsonMapper PRESENT = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    /** {@code 2024-01-10 02:00:00.5+08}, whatever the session's time zone. */
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "+00")
            .toFormatter();

    public static final ColumnType<String> TEXT = new ColumnType<>("text", text -> text, text -> text);

    public static final ColumnType<String> JSONB = new ColumnType<>("jsonb", text -> text, text -> text);

    public static final ColumnType<UUID> ID = new ColumnType<>("uuid", UUID::toString, UUID::fromString);

    public static final ColumnType<Integer> INTEGER =
            new ColumnType<>("integer", number -> Integer.toString(number), Integer::valueOf);

    public static final ColumnType<Long> BIGINT =
            new ColumnType<>("bigint", number -> Long.toString(number), Long::valueOf);

    public static final ColumnType<Boolean> BOOLEAN =
            new ColumnType<>("boolean", is -> is ? "t" : "f", text -> text.startsWith("t"));

    /** {@link LocalDate#MAX} is PostgreSQL's {@code infinity}. */
    public static final ColumnType<LocalDate> DATE = new ColumnType<>(
            "date",
            day -> day.equals(LocalDate.MAX) ? FOR_EVER : day.toString(),
            text -> text.equals(FOR_EVER) ? LocalDate.MAX : LocalDate.parse(text));

    /** {@link Instant#MAX} is PostgreSQL's {@code infinity}. */
    public static final ColumnType<Instant> INSTANT = new ColumnType<>(
            "timestamptz",
            at -> at.equals(Instant.MAX) ? FOR_EVER : at.toString(),
            text -> text.equals(FOR_EVER)
                    ? Instant.MAX
                    : OffsetDateTime.parse(text, TIMESTAMP).toInstant());

    public static final ColumnType<Collection<String>> TEXTS =
            new ColumnType<>("text[]", ColumnType::array, ColumnType::elements);

    public static final ColumnType<Collection<Long>> BIGINTS = new ColumnType<>(
            "bigint[]",
            numbers -> numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")),
            text -> elements(text).stream().map(Long::valueOf).toList());

    /** A whole value as a document, for what only the fold itself looks into. */
    public static <T> ColumnType<T> json(Class<T> type) {
        return new ColumnType<>("jsonb", DOCUMENTS::writeValueAsString, text -> DOCUMENTS.readValue(text, type));
    }

    /**
     * As {@link #json}, kept as the text it was written as and without what is absent: for what no query looks into and
     * every fact replaces, which the database then need not take apart.
     */
    public static <T> ColumnType<T> unreadJson(Class<T> type) {
        return new ColumnType<>("text", PRESENT::writeValueAsString, text -> PRESENT.readValue(text, type));
    }

    /** The constant's name. */
    public static <E extends Enum<E>> ColumnType<E> word(Class<E> type) {
        return new ColumnType<>("text", Enum::name, text -> Enum.valueOf(type, text));
    }

    private static String array(Collection<String> elements) {
        return elements.stream()
                .map(element -> '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < array.length() - 1; i++) {
            char c = array.charAt(i);
            if (c == '\\') {
                element.append(array.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        if (array.length() > 2) {
            elements.add(element.toString());
        }
        return List.copyOf(elements);
    }
}
