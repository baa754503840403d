package org.huhang.bench.axon;

import jakarta.annotation.Nonnull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.port.Answer;
import org.huhang.command.port.Change;
import org.huhang.command.port.Settlement;
import org.huhang.command.port.StreamStore;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamKind;
import org.huhang.kernel.stream.StreamState;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.axonserver.Provenance;

/**
 * Axon's door to the log. Positions are gapless and in commit order, so a reader that has seen position n has seen all
 * before it: there is no gap to wait for and none to give up on.
 *
 * <p>A conflict is a {@link ConcurrencyException} at every version, the first included.
 */
final class LogEventStorageEngine implements EventStorageEngine {

    private static final int BATCH = 512;

    private final StreamStore store;
    private final EventLog log;
    private final LogSource source;
    private final Duration longestWait;

    LogEventStorageEngine(StreamStore store, EventLog log, LogSource source, Duration longestWait) {
        this.store = store;
        this.log = log;
        this.source = source;
        this.longestWait = longestWait;
    }

    /** A transaction of its own, on disk when this returns: it does not wait for, nor join, one of the caller's. */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        long last =
                switch (settle(change(events))) {
                    case Settlement.Answered(Answer.Done done) -> done.position();
                    case Settlement.Answered _, Settlement.Overtaken _, Settlement.DocumentHeld _ ->
                        throw new ConcurrencyException("Another change came first");
                };
        CurrentUnitOfWork.ifStarted(unit -> Appended.upTo(last, unit));
    }

    private Change change(List<? extends EventMessage<?>> events) {
        List<Change.Part> parts = new ArrayList<>();
        for (LogMessages.Of part : LogMessages.byCase(events)) {
            parts.add(new Change.Part(known(part), part.events()));
        }
        Provenance from = Provenance.of(events.getFirst().getMetaData());
        Change.Part first = parts.getFirst();
        long version = first.expectedVersion() + first.events().size();
        return new Change(
                parts,
                from.by(),
                from.at(),
                Optional.empty(),
                new Answer.Done(first.stream(), version, 0, List.of(), List.of()));
    }

    /** What is remembered of a case may be behind the log. */
    private StreamState known(LogMessages.Of part) {
        StreamKind kind = StreamKind.of(part.events().getFirst());
        StreamState known = store.load(part.stream(), kind);
        if (known.version() < part.expectedVersion() && store.forget(part.stream())) {
            known = store.load(part.stream(), kind);
        }
        if (known.version() != part.expectedVersion()) {
            throw new ConcurrencyException(
                    "Case " + part.stream() + " has changed since version " + part.expectedVersion());
        }
        return known;
    }

    private Settlement settle(Change change) {
        try {
            return store.settle(change).get(longestWait.toNanos(), TimeUnit.NANOSECONDS);
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
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken after, boolean mayBlock) {
        return StreamSupport.stream(new LogSpliterator(log, LogSource.position(after), BATCH), false)
                .map(LogMessages::tracked);
    }

    @Override
    public DomainEventStream readEvents(@Nonnull String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(log.history(CaseId.of(aggregateIdentifier)).stream()
                .filter(recorded -> recorded.version() >= firstSequenceNumber)
                .map(LogMessages::domain));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(@Nonnull String aggregateIdentifier) {
        return log.history(CaseId.of(aggregateIdentifier)).stream()
                .map(Recorded::version)
                .max(Long::compare);
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
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(@Nonnull Instant dateTime) {
        return source.createTokenAt(dateTime);
    }
}
