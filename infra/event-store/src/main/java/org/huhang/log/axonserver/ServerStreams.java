package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.stream.StreamId;

/** Reading from Axon Server. */
final class ServerStreams {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final int BUFFER = 4096;
    private static final int REFILL = 1024;

    private final AxonServerLink link;
    private final WireEvents wire;

    ServerStreams(AxonServerLink link, WireEvents wire) {
        this.link = link;
        this.wire = wire;
    }

    /** A case's facts in order of version, from {@code version} on. */
    List<ServerFact> of(StreamId stream, long version) {
        List<Event> events;
        try {
            events = link.events()
                    .openAggregateStream(stream.toString(), version)
                    .asStream()
                    .toList();
        } catch (RuntimeException e) {
            // Broken off, refused, or too slow: the connector has one bare exception for the last.
            throw Unavailable.notRecorded();
        }
        if (Thread.currentThread().isInterrupted()) {
            // The connector ends the stream of an interrupted reader as if it were whole.
            throw Unavailable.notRecorded();
        }
        return events.stream().map(wire::read).toList();
    }

    /** Version of a case's newest fact; -1 for none. */
    long version(StreamId stream) {
        return answer(link.events().findHighestSequence(stream.toString()));
    }

    /** Position of the newest fact. */
    long head() {
        return answer(link.events().getLastToken()) + 1;
    }

    /** Everything after {@code position}, and on as it comes. */
    EventStream after(long position) {
        return link.events().openStream(position - 1, BUFFER, REFILL);
    }

    ServerFact read(EventWithToken event) {
        return wire.read(event.getEvent());
    }

    private static long answer(CompletableFuture<Long> asked) {
        try {
            return asked.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notRecorded();
        } catch (ExecutionException | TimeoutException e) {
            throw Unavailable.notRecorded();
        }
    }
}
