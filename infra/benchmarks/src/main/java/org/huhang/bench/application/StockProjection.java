package org.huhang.bench.application;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one live read model beside plain Axon: a pooled streaming processor of one segment, batches of 256, that inserts one
 * small row an event. That is far less than the application's own read models do.
 */
final class StockProjection implements SmartLifecycle, EventHandlerInvoker {

    private static final int BATCH = 256;

    private final StockAxon.Parts stock;
    private final TransactionManager transactions;
    private final JdbcClient tables;
    private ScheduledExecutorService threads;
    private PooledStreamingEventProcessor processor;

    StockProjection(StockAxon.Parts stock, TransactionManager transactions, JdbcClient tables) {
        this.stock = stock;
        this.transactions = transactions;
        this.tables = tables;
    }

    @Override
    public void start() {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(stock.connections())
                .serializer(stock.serializer())
                .build();
        transactions.executeInTransaction(() -> {
            tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
            tables.sql("CREATE TABLE seen (position bigint PRIMARY KEY, event text NOT NULL)")
                    .update();
        });
        threads = Executors.newScheduledThreadPool(2);
        processor = PooledStreamingEventProcessor.builder()
                .name("seen")
                .messageSource(stock.events())
                .tokenStore(tokens)
                .transactionManager(transactions)
                .eventHandlerInvoker(this)
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
        processor.start();
    }

    @Override
    public void stop() {
        processor.shutDown();
        threads.shutdownNow();
        processor = null;
    }

    @Override
    public boolean isRunning() {
        return processor != null && processor.isRunning();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        long position =
                ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        tables.sql("INSERT INTO seen (position, event) VALUES (?, ?)")
                .params(position, message.getPayloadType().getSimpleName())
                .update();
    }
}
