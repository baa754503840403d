package org.huhang.command.api.json;

import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.stream.StreamId;

/** The id of a stream as text: a whole UUID, where the JDK alone would take {@code 1-1-1-1-1} for one. */
public final class StreamIdText {

    private StreamIdText() {}

    public static Optional<StreamId> read(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(StreamId.of(id)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
