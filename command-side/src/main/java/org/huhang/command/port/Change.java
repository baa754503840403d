package org.huhang.command.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.log.Attribution;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamState;

/**
 * What came of one command, to be made true as a whole: facts for any number of streams. A refusal changes none, yet holds only
 * while they are as they were seen.
 *
 * @param parts that of the stream addressed first
 * @param at the instant of asking
 * @param answer to be kept under the key unless it is a refusal, with the position still to be filled in
 */
public record Change(List<Part> parts, Attribution by, Instant at, Optional<IdempotencyKey> key, Answer answer) {

    public Change {
        parts = List.copyOf(parts);
    }

    /**
     * One stream's share.
     *
     * @param before as the decision has seen it
     */
    public record Part(StreamState before, List<Event> events) {
        public Part {
            events = List.copyOf(events);
        }

        public StreamId stream() {
            return before.stream();
        }

        /** Of the newest fact that the decision has seen; -1 for none. */
        public long expectedVersion() {
            return before.version();
        }

        /** The state with these facts; empty where they do not follow on what is there, so that it is to be read anew. */
        public Optional<StreamState> after() {
            StreamState state = before;
            for (Event event : events) {
                if (!state.follows(event)) {
                    return Optional.empty();
                }
                state = state.with(event, state.version() + 1);
            }
            return Optional.of(state);
        }
    }
}
