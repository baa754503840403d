package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;
import org.huhang.log.tail.LogSignal;

/** The log that Axon Server keeps, as far as it has been followed. */
final class ServerEventLog implements EventLog {

    private static final int SECONDS_TO_WAIT = 5;

    private final ServerStreams streams;
    private final FactIndex index;
    private final ServerTail tail;
    private final LogSignal signal;

    ServerEventLog(ServerStreams streams, FactIndex index, ServerTail tail, LogSignal signal) {
        this.streams = streams;
        this.index = index;
        this.tail = tail;
        this.signal = signal;
    }

    /** A fact that has not been followed yet has no position, and is not told yet. */
    @Override
    public List<Recorded> history(StreamId stream) {
        Map<Long, Moment> places = index.of(stream);
        return places.isEmpty()
                ? List.of()
                : streams.of(stream, 0).stream()
                        .filter(fact -> places.containsKey(fact.version()))
                        .map(fact -> fact.at(places.get(fact.version())))
                        .toList();
    }

    @Override
    public List<Recorded> after(long position, int limit) {
        return position >= head() ? List.of() : tail.after(position, limit).orElseGet(() -> fetched(position, limit));
    }

    @Override
    public long head() {
        long newest = signal.newest();
        return newest > 0 ? newest : index.head().position();
    }

    private List<Recorded> fetched(long position, int limit) {
        long last = Math.min(head(), position + limit);
        if (last <= position) {
            return List.of();
        }
        List<Recorded> facts = new ArrayList<>();
        Moment place = index.at(position);
        try (EventStream stream = streams.after(position)) {
            while (place.position() < last) {
                EventWithToken event = stream.nextIfAvailable(SECONDS_TO_WAIT, TimeUnit.SECONDS);
                if (event == null) {
                    throw Unavailable.notRecorded();
                }
                ServerFact fact = streams.read(event);
                place = ServerFact.next(place, fact.at(), fact.trace().begins());
                facts.add(fact.at(place));
            }
            return facts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notRecorded();
        }
    }
}
