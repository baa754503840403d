package org.huhang.kernel.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.huhang.kernel.stream.StreamId;

/** Names one child's case. Random: never an ID number, and nothing about the child can be read from it. */
public record CaseId(@JsonValue UUID value) {

    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseId of(UUID value) {
        return new CaseId(value);
    }

    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    /** The stream that the case's facts stand in. */
    public StreamId stream() {
        return new StreamId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
