package org.huhang.command.api.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** A day that exists, written {@code yyyy-mm-dd}; a year before 1900 is a slip of the hand. */
public final class DateText {

    private static final int LENGTH = "yyyy-mm-dd".length();
    private static final int FIRST_YEAR = 1900;

    private DateText() {}

    public static Optional<LocalDate> read(String text) {
        // Four digits a year, where the JDK alone would take a sign and more of them.
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= FIRST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @throws Refused {@code INVALID_DATE} at {@code parameter} */
    public static LocalDate parameter(String parameter, String text) {
        return read(text).orElseThrow(() -> new Refused(Refusal.at(parameter, RefusalCode.INVALID_DATE)));
    }
}
