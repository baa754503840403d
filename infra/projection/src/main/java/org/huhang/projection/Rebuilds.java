package org.huhang.projection;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.projection.schema.LongWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds under way in this process, several at once; of one read model never two, in whichever process. */
public final class Rebuilds implements AutoCloseable {

    /** Something long that is done to the copies of a read model. */
    @FunctionalInterface
    private interface Work {
        void run(RebuildProgress progress) throws InterruptedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int SECONDS_TO_STOP = 10;

    private final ReadModelCatalogue models;
    private final RebuildTools tools;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("rebuild-", 1).daemon().factory());
    private final ExecutorService cursors;

    Rebuilds(ReadModelCatalogue models, RebuildTools tools, InstantSource clock) {
        this.models = models;
        this.tools = tools;
        this.clock = clock;
        this.cursors = Executors.newFixedThreadPool(
                tools.cursors(),
                Thread.ofPlatform().name("rebuild-cursor-", 1).daemon().factory());
    }

    /**
     * Begins a rebuild, or goes on with one that an earlier process has begun, and returns.
     *
     * @return completes when the new copy is in place, or with what prevented it
     * @throws Refused {@code READ_MODEL_UNKNOWN}, or {@code READ_MODEL_REBUILDING} while one is under way
     */
    public CompletableFuture<Void> begin(String name) {
        ReadModel model = models.named(name);
        return begin(model, progress -> new Rebuild(model, tools, cursors, progress).run());
    }

    /**
     * Begins to bring the previous copy up to date and back into its place.
     *
     * @throws Refused {@code READ_MODEL_NO_PREVIOUS} also where it is of another revision of the projection, or of
     *     other tables of divisions
     */
    public CompletableFuture<Void> restorePrevious(String name) {
        ReadModel model = models.named(name);
        List<SegmentProgress> previous = model.previous().progressIfThere();
        if (previous.isEmpty() || !previous.stream().allMatch(it -> it.made().like(model.wanted()))) {
            throw new Refused(RefusalCode.READ_MODEL_NO_PREVIOUS);
        }
        return begin(model, progress -> new Replacement(model, model.previous(), tools).run(progress));
    }

    /** @throws Refused {@code READ_MODEL_NO_PREVIOUS}, or {@code READ_MODEL_REBUILDING} */
    public void discardPrevious(String name) {
        ReadModel model = models.named(name);
        try (RebuildLease _ = lease(name)) {
            if (!model.previous().exists()) {
                throw new Refused(RefusalCode.READ_MODEL_NO_PREVIOUS);
            }
            tools.transaction().executeWithoutResult(status -> model.previous().drop());
        }
    }

    boolean isRunning(String name) {
        return running.containsKey(name);
    }

    /** Ends what is under way where it stands; another process, or this one's next start, goes on with it. */
    @Override
    public void close() {
        workers.shutdownNow();
        cursors.shutdownNow();
        try {
            workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> begin(ReadModel model, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (running.putIfAbsent(model.name(), done) != null) {
            throw new Refused(RefusalCode.READ_MODEL_REBUILDING);
        }
        try {
            RebuildLease lease = lease(model.name());
            RebuildProgress progress = new RebuildProgress(clock);
            model.rebuilding(progress);
            workers.execute(() -> run(model, work, progress, lease, done));
            return done;
        } catch (RuntimeException e) {
            running.remove(model.name());
            throw e;
        }
    }

    private void run(
            ReadModel model, Work work, RebuildProgress progress, RebuildLease lease, CompletableFuture<Void> done) {
        Optional<Throwable> fault = Optional.empty();
        try (lease) {
            LongWork.call(() -> {
                work.run(progress);
                return progress;
            });
        } catch (InterruptedException e) {
            fault = Optional.of(e);
        } catch (RuntimeException | Error e) {
            // An error too: who waits for this rebuild, and the next one, must know that it has ended.
            fault = Optional.of(e);
            LOG.error("Read model {} could not be rebuilt and stays as it was: {}", model.name(), reason(e));
        }
        model.rebuildEnded(fault.map(Rebuilds::reason));
        running.remove(model.name());
        fault.ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
    }

    private RebuildLease lease(String name) {
        return RebuildLease.take(tools.database(), name)
                .orElseThrow(() -> new Refused(RefusalCode.READ_MODEL_REBUILDING));
    }

    private static String reason(Throwable fault) {
        return switch (fault) {
            case UnreadableEvent it -> it.getMessage();
            case FactsMissing it -> it.getMessage();
            default -> FaultReason.of(fault);
        };
    }
}
