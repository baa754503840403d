package org.huhang.bench.axon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.log.tail.LogSignal;

/** The log as something to follow: from any position to its end, and on as it grows. */
public final class LogSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final EventLog log;
    private final LogSignal signal;
    private final Moments moments;

    public LogSource(EventLog log, LogSignal signal, Moments moments) {
        this.log = log;
        this.signal = signal;
        this.moments = moments;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken after) {
        return new LogStream(log, signal, position(after));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head());
    }

    /** After the last fact recorded before {@code dateTime}; the log keeps time in microseconds. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(moments.by(dateTime.minus(1, ChronoUnit.MICROS))
                .map(Moment::position)
                .orElseGet(log::head));
    }

    static long position(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
