package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A telephone number or another way to reach a person, at most 60 characters. */
public record Contact(String reveal) implements PersonalValue {

    public static final int LONGEST = 60;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Contact of(String text) {
        return new Contact(Text.clean(text, LONGEST));
    }

    @Override
    public String toString() {
        return "Contact[" + MASK + "]";
    }
}
