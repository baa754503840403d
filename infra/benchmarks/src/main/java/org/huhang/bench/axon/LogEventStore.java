package org.huhang.bench.axon;

import java.time.Duration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.huhang.command.port.StreamStore;
import org.huhang.kernel.log.EventLog;

/** Axon's event store over the log: appends and reads through the engine, streams through {@link LogSource}. */
public final class LogEventStore extends AbstractEventStore {

    private final LogSource source;

    private LogEventStore(Builder builder) {
        super(builder);
        this.source = builder.source;
    }

    /** @param longestWait for an append to be answered */
    public static LogEventStore over(StreamStore store, EventLog log, LogSource source, Duration longestWait) {
        return new LogEventStore(new Builder(new LogEventStorageEngine(store, log, source, longestWait), source));
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken after) {
        return source.openStream(after);
    }

    private static final class Builder extends AbstractEventStore.Builder {
        private final LogSource source;

        private Builder(EventStorageEngine engine, LogSource source) {
            this.source = source;
            storageEngine(engine);
            validate();
        }
    }
}
