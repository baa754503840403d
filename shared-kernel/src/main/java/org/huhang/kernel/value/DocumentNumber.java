package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** The number on an identity document, upper case, without white space. */
public record DocumentNumber(String reveal) implements PersonalValue {

    public static final int LONGEST = 40;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentNumber of(String text) {
        return new DocumentNumber(
                Text.clean(text, LONGEST).replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "DocumentNumber[" + MASK + "]";
    }
}
