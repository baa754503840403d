package org.huhang.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Moments;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.query.ReadModels;
import org.huhang.query.api.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

final class PostgresReadModels implements ReadModels {

    /** How often a position is asked for that another process may be moving. */
    private static final Duration POLL = Duration.ofMillis(50);

    private final ReadModelCatalogue models;
    private final TransactionTemplate snapshot;
    private final Moments moments;
    private final Duration longestWait;
    private final ReadObserver observer;

    PostgresReadModels(
            ReadModelCatalogue models,
            PlatformTransactionManager transactions,
            Moments moments,
            Duration longestWait,
            ReadObserver observer) {
        this.models = models;
        this.moments = moments;
        this.longestWait = longestWait;
        this.observer = observer;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public <T> T read(String readModel, Function<JdbcClient, T> query) {
        ReadModel model = models.named(readModel);
        if (!model.serves()) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
        return snapshot.execute(status -> {
            // Before the first query: the snapshot is taken after the lock, and so never straddles a swap of copies.
            model.live().lockToRead();
            return query.apply(model.live().tables());
        });
    }

    /**
     * A commit is taken in piece by piece, and segments are not equally far: as of now means up to the last commit that all
     * segments have the whole of, so that the answer's time tells it as well as its position does.
     */
    @Override
    public <T> T read(String readModel, AsOf asOf, BiFunction<JdbcClient, Moment, T> query) {
        if (asOf.least() > 0) {
            await(
                    readModel,
                    OptionalLong.of(
                            asOf.moment().isPresent()
                                    ? asOf.least()
                                    : moments.at(asOf.least()).position()));
        }
        ReadModel model = models.named(readModel);
        return read(readModel, tables -> {
            List<SegmentProgress> segments = model.live().progress();
            long reached =
                    segments.stream().mapToLong(SegmentProgress::position).min().orElse(0);
            nameOtherTables(model, segments);
            if (asOf.moment().filter(asked -> asked.position() < reached).isPresent()
                    && model.otherwiseMade()
                            .filter(made ->
                                    made.revision() != model.projection().revision())
                            .isPresent()) {
                throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
            }
            return query.apply(tables, asOf.moment().orElseGet(() -> moments.wholeBy(reached)));
        });
    }

    private void nameOtherTables(ReadModel model, List<SegmentProgress> segments) {
        String inForce = model.wanted().places().fingerprint();
        SortedSet<String> others = segments.stream()
                .map(progress -> progress.made().places().fingerprint())
                .filter(fingerprint -> !fingerprint.equals(inForce))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!others.isEmpty()) {
            observer.rowsAreOf(others);
        }
    }

    @Override
    public long position(String readModel) {
        return models.named(readModel).live().position();
    }

    @Override
    public void await(String readModel, OptionalLong minPosition) {
        if (minPosition.isEmpty()) {
            return;
        }
        ReadModel model = models.named(readModel);
        long begun = System.nanoTime();
        try {
            await(model, minPosition.getAsLong(), begun + longestWait.toNanos());
        } finally {
            observer.waited(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private static void await(ReadModel model, long minPosition, long deadline) {
        long reached = model.live().position();
        while (reached < minPosition) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || !waited(model, Duration.ofNanos(Math.min(left, POLL.toNanos())))) {
                throw new Refused(
                        Refusal.of(RefusalCode.READ_MODEL_BEHIND, Map.of("position", Long.toString(reached))));
            }
            reached = model.live().position();
        }
    }

    private static boolean waited(ReadModel model, Duration longest) {
        try {
            model.awaitMove(longest);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
