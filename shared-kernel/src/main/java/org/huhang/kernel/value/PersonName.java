package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A person's name as written on their papers, at most 100 characters. */
public record PersonName(String reveal) implements PersonalValue {

    public static final int LONGEST = 100;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonName of(String text) {
        return new PersonName(Text.clean(text, LONGEST));
    }

    @Override
    public String toString() {
        return "PersonName[" + MASK + "]";
    }
}
