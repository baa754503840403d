package org.huhang.log.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.command.port.Change;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;

/** Cases of late, as this process last saw them; the sequence numbers of an append tell whether that still holds. */
final class RememberedStreams {

    private final Cache<StreamId, RememberedStream> cases;
    private final ServerStreams streams;

    RememberedStreams(ServerStreams streams, int most) {
        this.cases = Caffeine.newBuilder().maximumSize(most).build();
        this.streams = streams;
    }

    StreamState load(StreamId id, StreamKind kind) {
        return recall(id).orElseGet(() -> read(id, kind));
    }

    Optional<StreamState> recall(StreamId id) {
        return Optional.ofNullable(cases.getIfPresent(id)).map(RememberedStream::known);
    }

    boolean forget(StreamId id) {
        return cases.asMap().remove(id) != null;
    }

    void forget(Change change) {
        change.parts().forEach(part -> cases.invalidate(part.stream()));
    }

    /** Whether what the change has seen of its cases came, among others, from this key. */
    boolean cameFrom(Mark mark, Change change) {
        return change.parts().stream()
                .filter(part -> part.expectedVersion() >= 0)
                .anyMatch(part -> seen(part).keys().contains(mark.key()));
    }

    /** The change has been recorded. */
    void went(Change change, Optional<Mark> mark) {
        change.parts().stream().filter(part -> !part.events().isEmpty()).forEach(part -> {
            cases.asMap().compute(part.stream(), (id, before) -> {
                RememberedStream seen = before == null && part.expectedVersion() < 0
                        ? new RememberedStream(part.before(), Set.of())
                        : before;
                if (seen == null || seen.known().version() != part.expectedVersion()) {
                    return seen;
                }
                return part.after().map(after -> seen.and(after, mark)).orElse(null);
            });
        });
    }

    private RememberedStream seen(Change.Part part) {
        RememberedStream remembered = cases.getIfPresent(part.stream());
        return remembered != null && remembered.known().version() >= part.expectedVersion()
                ? remembered
                : RememberedStream.of(
                        part.before().kind().unbegun(part.stream()), streams.of(part.stream(), 0), this::facts);
    }

    private List<ServerFact> facts(StreamId stream) {
        return streams.of(stream, 0);
    }

    private StreamState read(StreamId id, StreamKind kind) {
        RememberedStream fresh = RememberedStream.of(kind.unbegun(id), streams.of(id, 0), this::facts);
        if (fresh.known().version() >= 0) {
            cases.put(id, fresh);
        }
        return fresh.known();
    }
}
