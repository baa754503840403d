package org.huhang.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * The place in a list from which the next page goes on: the sort key of the last row shown. Opaque to clients. Nothing
 * personal may be put in one: it stands in addresses. Its check tells a damaged or invented cursor and one of another
 * list, of other filters or another reach; it is not a secret, and every page applies the caller's scope again.
 */
public final class Cursor {

    private static final int CHECK_LENGTH = 8;
    private static final String SEPARATOR = "\u001f";
    private static final String ABSENT = "\u0000";

    private final List<String> fields;

    private Cursor(List<String> fields) {
        this.fields = fields;
    }

    /**
     * @param list the one that the cursor is good for
     * @param key the sort key, in order: text, numbers, dates, UUIDs; null for a column without a value
     */
    public static String write(AskedList list, Object... key) {
        String body =
                String.join(SEPARATOR, Arrays.stream(key).map(Cursor::written).toList());
        byte[] bytes = body.getBytes(UTF_8);
        byte[] check = check(list, bytes);
        byte[] whole = Arrays.copyOf(check, check.length + bytes.length);
        System.arraycopy(bytes, 0, whole, check.length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * @param cursor as the client gave it; null for the first page
     * @param size how many fields the list's sort key has
     * @throws Refused {@code INVALID_CURSOR} naming the parameter {@code cursor}
     */
    public static Optional<Cursor> read(AskedList list, int size, String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
        if (whole.length <= CHECK_LENGTH) {
            throw invalid();
        }
        byte[] body = Arrays.copyOfRange(whole, CHECK_LENGTH, whole.length);
        List<String> fields = List.of(new String(body, UTF_8).split(SEPARATOR, -1));
        if (fields.size() != size || !Arrays.equals(check(list, body), Arrays.copyOf(whole, CHECK_LENGTH))) {
            throw invalid();
        }
        return Optional.of(new Cursor(fields));
    }

    /** Without control characters: PostgreSQL cannot take a NUL, and no list sorts by one. */
    public String text(int field) {
        String text = value(field, Function.identity()).orElseThrow(Cursor::invalid);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw invalid();
        }
        return text;
    }

    public long number(int field) {
        return value(field, Long::parseLong).orElseThrow(Cursor::invalid);
    }

    public OptionalLong numberIfAny(int field) {
        return value(field, Long::parseLong).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public LocalDate date(int field) {
        return dateIfAny(field).orElseThrow(Cursor::invalid);
    }

    public Optional<LocalDate> dateIfAny(int field) {
        return value(field, text -> Parameters.nearby(LocalDate.parse(text)));
    }

    public UUID uuid(int field) {
        return value(field, UUID::fromString).orElseThrow(Cursor::invalid);
    }

    private <T> Optional<T> value(int field, Function<String, T> parse) {
        String text = fields.get(field);
        try {
            return text.equals(ABSENT) ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException notOfThatType) {
            throw invalid();
        }
    }

    private static String written(Object value) {
        String text = value == null ? ABSENT : value.toString();
        if (text.contains(SEPARATOR)) {
            throw new IllegalArgumentException("A cursor's field may not contain the separator");
        }
        return text;
    }

    private static byte[] check(AskedList list, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((list.text() + SEPARATOR).getBytes(UTF_8));
            return Arrays.copyOf(digest.digest(body), CHECK_LENGTH);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static Refused invalid() {
        return new Refused(Refusal.at("cursor", RefusalCode.INVALID_CURSOR));
    }
}
