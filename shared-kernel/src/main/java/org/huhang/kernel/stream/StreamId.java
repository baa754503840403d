package org.huhang.kernel.stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one stream of the log: the facts of one aggregate, of whichever kind. Random, so it says nothing of what it names. */
public record StreamId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StreamId of(UUID value) {
        return new StreamId(value);
    }

    public static StreamId of(String text) {
        return new StreamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
