package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What an officer or a child said or saw, in their own words, at most 4,000 characters. */
public record Narrative(String reveal) implements PersonalValue {

    public static final int LONGEST = 4000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Narrative of(String text) {
        return new Narrative(Text.clean(text, LONGEST));
    }

    @Override
    public String toString() {
        return "Narrative[" + MASK + "]";
    }
}
