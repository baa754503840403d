package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Where somebody lives below the level of a division code, at most 300 characters. */
public record Address(String reveal) implements PersonalValue {

    public static final int LONGEST = 300;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Address of(String text) {
        return new Address(Text.clean(text, LONGEST));
    }

    @Override
    public String toString() {
        return "Address[" + MASK + "]";
    }
}
