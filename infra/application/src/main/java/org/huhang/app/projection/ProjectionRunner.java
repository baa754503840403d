package org.huhang.app.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.huhang.log.LogSource;
import org.springframework.context.SmartLifecycle;

/** Keeps every read model up with the log, each with a processor of its own. */
final class ProjectionRunner implements SmartLifecycle {

    private static final int BATCH = 256;
    private static final int CLAIM_INTERVAL_MS = 1000;

    private final ReadModelCatalogue models;
    private final LogSource source;
    private final TransactionManager transactions;
    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private ScheduledExecutorService coordinators;
    private ScheduledExecutorService workers;
    private volatile boolean running;

    ProjectionRunner(ReadModelCatalogue models, LogSource source, TransactionManager transactions) {
        this.models = models;
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        coordinators = pool("read-models", 2);
        workers = pool("read-model", Math.max(1, models.all().size()));
        for (ReadModel model : models.all()) {
            transactions.executeInTransaction(model.schema()::prepare);
            PooledStreamingEventProcessor processor = processor(
                            model, new ProgressTokens(model.schema()), source, transactions)
                    .coordinatorExecutor(coordinators)
                    .workerExecutor(workers)
                    .build();
            processor.start();
            processors.add(processor);
        }
        running = true;
    }

    @Override
    public void stop() {
        processors.forEach(PooledStreamingEventProcessor::shutDown);
        processors.clear();
        coordinators.shutdownNow();
        workers.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the log's listener, before anybody may ask. */
    @Override
    public int getPhase() {
        return -500;
    }

    /** Without its threads; tests put a read model's tokens to the test with the same processor. */
    static PooledStreamingEventProcessor.Builder processor(
            ReadModel model, TokenStore tokens, LogSource source, TransactionManager transactions) {
        Follower follower = new Follower(model);
        return PooledStreamingEventProcessor.builder()
                .name(model.name())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .eventHandlerInvoker(follower)
                .errorHandler(follower)
                .initialSegmentCount(1)
                .tokenClaimInterval(CLAIM_INTERVAL_MS)
                .batchSize(BATCH);
    }

    private static ScheduledExecutorService pool(String name, int threads) {
        return Executors.newScheduledThreadPool(
                threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }
}
