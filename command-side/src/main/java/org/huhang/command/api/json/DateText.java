package org.huhang.command.api.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/** A day that exists, written {@code yyyy-mm-dd}; a year before 1900 is a slip of the hand. */
public final class DateText {

    private static final int FIRST_YEAR = 1900;

    private DateText() {}

    public static Optional<LocalDate> read(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        if (year < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, number(text, 5, 7), number(text, 8, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** @throws Refused {@code INVALID_DATE} at {@code parameter} */
    public static LocalDate parameter(String parameter, String text) {
        return read(text).orElseThrow(() -> new Refused(Refusal.at(parameter, RefusalCode.INVALID_DATE)));
    }

    /** -1 where there is anything but ASCII digits, which is no part of any date. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
