package org.huhang.log.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.read.LogScan;

/** Reads a stretch of the server's log on one stream. All of it comes over; only what is wanted is decoded. */
final class ServerLogScan implements LogScan {

    private static final int PIECE = 2048;
    private static final int SECONDS_TO_WAIT = 10;

    private final ServerStreams streams;
    private final WireEvents wire;
    private final FactIndex index;

    ServerLogScan(ServerStreams streams, WireEvents wire, FactIndex index) {
        this.streams = streams;
        this.wire = wire;
        this.index = index;
    }

    @Override
    public void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException {
        Moment place = index.at(after);
        List<Recorded> piece = new ArrayList<>();
        try (EventStream stream = streams.after(after)) {
            while (place.position() < upTo) {
                Event event = next(stream);
                place = ServerFact.next(place, wire.at(event), wire.begins(event));
                if (isWanted(event, wanted)) {
                    piece.add(wire.read(event).at(place));
                }
                if (piece.size() == PIECE) {
                    sink.take(piece, place.position());
                    piece = new ArrayList<>();
                }
            }
        }
        sink.take(piece, place.position());
    }

    @Override
    public long cases() {
        return index.cases();
    }

    private static Event next(EventStream stream) throws InterruptedException {
        EventWithToken event = stream.nextIfAvailable(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        if (event == null) {
            throw Unavailable.notRecorded();
        }
        return event.getEvent();
    }

    /** The type is looked at in any case, so that one that is not known is found out. */
    private boolean isWanted(Event event, Wanted wanted) {
        return wanted.bears().test(wire.type(event))
                && Math.floorMod(event.getAggregateIdentifier().hashCode(), wanted.parts()) == wanted.part();
    }
}
