package org.huhang.app.projection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huhang.app.schema.Schemas;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilds asked for, one after the other; of one read model never two at once, in whichever process. */
final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final ReadModelCatalogue models;
    private final JdbcClient client;
    private final Schemas schemas;
    private final CaseLog log;
    private final TransactionTemplate transaction;
    private final Turns turns;
    private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild").daemon().factory());

    Rebuilds(
            ReadModelCatalogue models,
            JdbcClient client,
            Schemas schemas,
            CaseLog log,
            PlatformTransactionManager transactions,
            Turns turns) {
        this.models = models;
        this.client = client;
        this.schemas = schemas;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
        this.turns = turns;
    }

    /**
     * Begins a rebuild and returns.
     *
     * @return completes when the new copy is in place, or with what prevented it
     * @throws Refused {@code READ_MODEL_UNKNOWN}, or {@code READ_MODEL_REBUILDING} while one is under way
     */
    CompletableFuture<Void> begin(String name) {
        ReadModel model = models.named(name);
        Optional<Turns.Turn> turn = turns.take(name);
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (turn.isEmpty() || running.putIfAbsent(name, done) != null) {
            turn.ifPresent(Turns.Turn::close);
            throw new Refused(RefusalCode.READ_MODEL_REBUILDING);
        }
        model.rebuilding(0);
        worker.execute(() -> {
            try (Turns.Turn _ = turn.get()) {
                new Rebuild(model, client, schemas, log, transaction).run();
                finish(model, done, Optional.empty());
            } catch (RuntimeException e) {
                LOG.error("Read model {} could not be rebuilt and stays as it was: {}", name, reason(e));
                finish(model, done, Optional.of(e));
            }
        });
        return done;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void finish(ReadModel model, CompletableFuture<Void> done, Optional<RuntimeException> fault) {
        running.remove(model.name());
        model.rebuilt();
        fault.ifPresentOrElse(done::completeExceptionally, () -> {
            model.moved();
            done.complete(null);
        });
    }

    private static String reason(RuntimeException fault) {
        return fault instanceof CannotApply it
                ? it.getMessage()
                        + it.fact()
                                .map(fact -> " at position " + fact.position())
                                .orElse("")
                : Faults.of(fault);
    }
}
