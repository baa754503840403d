package org.huhang.log;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.huhang.log.read.LogTable;
import org.huhang.log.tail.LogSignal;

/** The log as something to follow: from any position to its end, and on as it grows. */
public final class LogSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LogTable table;
    private final LogSignal signal;

    LogSource(LogTable table, LogSignal signal) {
        this.table = table;
        this.signal = signal;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken after) {
        return new LogStream(table, signal, PostgresEventStorageEngine.position(after));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(table.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(table.positionBefore(dateTime));
    }
}
