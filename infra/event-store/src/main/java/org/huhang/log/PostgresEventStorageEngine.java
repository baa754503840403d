package org.huhang.log;

import jakarta.annotation.Nonnull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.axon.Appended;
import org.huhang.command.port.Unavailable;
import org.huhang.log.append.Append;
import org.huhang.log.append.AppendResult;
import org.huhang.log.append.LogWriter;
import org.huhang.log.codec.EventCodec;
import org.huhang.log.read.LogTable;

/**
 * Axon's door to the log. Positions are gapless and in commit order, so a reader that has seen position n has seen all
 * before it: there is no gap to wait for and none to give up on.
 *
 * <p>A conflict is a {@link ConcurrencyException} at every version, the first included.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int BATCH = 512;

    private final LogTable table;
    private final EventCodec codec;
    private final LogWriter writer;
    private final Duration longestWait;

    PostgresEventStorageEngine(LogTable table, EventCodec codec, LogWriter writer, Duration longestWait) {
        this.table = table;
        this.codec = codec;
        this.writer = writer;
        this.longestWait = longestWait;
    }

    /** A transaction of its own, on disk when this returns: it does not wait for, nor join, one of the caller's. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Append append = LogMessages.append(events, codec);
        AppendResult result;
        try {
            result = writer.append(append).get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unavailable unavailable
                    ? unavailable
                    : new EventStoreException("The facts were not recorded", e.getCause());
        } catch (TimeoutException e) {
            throw Unavailable.outcomeUnknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.outcomeUnknown();
        }
        long last =
                switch (result) {
                    case AppendResult.Written it -> it.position();
                    case AppendResult.WrittenBefore it -> it.position();
                    case AppendResult.Overtaken _,
                            AppendResult.PutBack _,
                            AppendResult.Held _,
                            AppendResult.AnsweredBefore _ ->
                        throw new ConcurrencyException(
                                "Case " + append.expectations().getFirst().caseId() + " has changed since version "
                                        + append.expectations().getFirst().version());
                };
        CurrentUnitOfWork.ifStarted(unit -> Appended.upTo(last, unit));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken after, boolean mayBlock) {
        return StreamSupport.stream(new LogSpliterator(table, position(after), BATCH), false)
                .map(LogMessages::tracked);
    }

    @Override
    public DomainEventStream readEvents(@Nonnull String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(table.stream(UUID.fromString(aggregateIdentifier), firstSequenceNumber).stream()
                .map(LogMessages::domain));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(@Nonnull String aggregateIdentifier) {
        return table.lastVersion(UUID.fromString(aggregateIdentifier));
    }

    /** Streams are short: a case has some hundred facts in eighteen years. No snapshot is ever taken. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(@Nonnull String aggregateIdentifier) {
        return Optional.empty();
    }

    /** @throws UnsupportedOperationException always, rather than lose one silently */
    @Override
    public void storeSnapshot(@Nonnull DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("The log keeps no snapshots");
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(table.head());
    }

    /** After the last fact recorded before {@code dateTime}. */
    @Override
    public TrackingToken createTokenAt(@Nonnull Instant dateTime) {
        return new GlobalSequenceTrackingToken(table.positionBefore(dateTime));
    }

    static long position(TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
