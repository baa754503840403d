package org.huhang.log;

import jakarta.annotation.Nonnull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.huhang.command.axon.Appended;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Axon's door to the log. Positions are gapless and in commit order, so a reader that has seen position n has seen all
 * before it: there is no gap to wait for and none to give up on.
 *
 * <p>A conflict is a {@link ConcurrencyException} at every version, the first included.
 */
public final class PostgresEventStorageEngine implements EventStorageEngine {

    private static final int BATCH = 512;

    private final LogTable table;
    private final TransactionTemplate transaction;

    PostgresEventStorageEngine(LogTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Fact> facts = events.stream().map(LogMessages::fact).toList();
        long last;
        try {
            last = transaction.execute(status -> table.append(facts));
        } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
            // The cause quotes the row, so it is left behind.
            throw new ConcurrencyException("Case " + facts.getFirst().caseId() + " has changed since version "
                    + facts.getFirst().version());
        }
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
