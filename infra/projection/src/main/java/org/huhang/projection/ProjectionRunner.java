package org.huhang.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.huhang.kernel.log.EventLog;
import org.huhang.log.tail.LogSignal;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps every read model up with the log, each on threads of its own. */
public final class ProjectionRunner implements SmartLifecycle {

    private static final Duration LONGEST_BATCH = Duration.ofSeconds(10);

    private final ReadModelCatalogue models;
    private final EventLog log;
    private final LogSignal signal;
    private final TransactionTemplate transaction;
    private final int segments;
    private final int remembered;
    private final List<Thread> followers = new ArrayList<>();
    private CountDownLatch stopping = new CountDownLatch(0);

    /**
     * @param segments of a read model that is made now, and threads for every one
     * @param remembered cases whose rows every read model keeps in memory
     */
    ProjectionRunner(
            ReadModelCatalogue models,
            EventLog log,
            LogSignal signal,
            TransactionTemplate transaction,
            int segments,
            int remembered) {
        this.models = models;
        this.log = log;
        this.signal = signal;
        this.transaction = transaction;
        this.segments = segments;
        this.remembered = remembered;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        for (ReadModel model : models.all()) {
            transaction.executeWithoutResult(status -> model.live().prepare(model.wanted(), segments));
            model.compareRevisions();
            for (int first = 0; first < segments; first++) {
                followers.add(Thread.ofPlatform()
                        .name("read-model-" + model.name() + "-" + first)
                        .daemon()
                        .start(new Follower(model, first, segments, log, signal, transaction, remembered, stopping)));
            }
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            for (Thread follower : followers) {
                follower.join(LONGEST_BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return !followers.isEmpty();
    }

    /** After the log's listener, before anybody may ask. */
    @Override
    public int getPhase() {
        return -500;
    }
}
