package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one dated edition of one policy table, e.g. {@code NATIONAL-2024}. */
public record PolicyEditionId(@JsonValue String name) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PolicyEditionId of(String name) {
        return new PolicyEditionId(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
