package org.huhang.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a reader is given while one transaction is slow: it appends first, a quick one appends after it, the reader reads
 * what it can, and only then the slow one commits.
 */
final class Delivery {

    private final EventStorageEngine engine;
    private final TransactionTemplate transaction;

    Delivery(EventStorageEngine engine, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Identifiers of the messages delivered, in order, once both transactions are through. */
    List<String> around(DomainEventMessage<?> slow, DomainEventMessage<?> quick) throws Exception {
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        List<String> delivered = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> slowOne = threads.submit(() -> transaction.executeWithoutResult(status -> {
                engine.appendEvents(slow);
                appended.countDown();
                await(mayCommit);
            }));
            await(appended);
            Future<?> quickOne =
                    threads.submit(() -> transaction.executeWithoutResult(status -> engine.appendEvents(quick)));
            finishedWithin(quickOne, 500);

            TrackingToken reached = read(engine.createTailToken(), delivered);
            mayCommit.countDown();
            slowOne.get(30, TimeUnit.SECONDS);
            quickOne.get(30, TimeUnit.SECONDS);
            read(reached, delivered);
        }
        return delivered;
    }

    private TrackingToken read(TrackingToken from, List<String> delivered) {
        TrackingToken reached = from;
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        transaction.executeWithoutResult(
                status -> engine.readEvents(from, false).forEach(messages::add));
        for (TrackedEventMessage<?> message : messages) {
            delivered.add(message.getIdentifier());
            reached = message.trackingToken();
        }
        return reached;
    }

    /** Whether the quick one gets through before the slow one is the engine's affair; the reader reads either way. */
    private static void finishedWithin(Future<?> work, long milliseconds) throws Exception {
        try {
            work.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
            // It waits for the slow one.
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Waited half a minute in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
