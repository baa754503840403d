package org.huhang.command.api.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** A day that exists, written {@code yyyy-mm-dd}; a year before 1900 is a slip of the hand. */
public final class DateText {

    private static final Pattern WHOLE = Pattern.compile("(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private DateText() {}

    public static Optional<LocalDate> read(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @throws Refused {@code INVALID_DATE} at {@code parameter} */
    public static LocalDate parameter(String parameter, String text) {
        return read(text).orElseThrow(() -> new Refused(Refusal.at(parameter, RefusalCode.INVALID_DATE)));
    }
}
