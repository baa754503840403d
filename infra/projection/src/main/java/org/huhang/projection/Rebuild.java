package org.huhang.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.huhang.kernel.refusal.Refused;
import org.huhang.projection.RebuildProgress.Phase;
import org.huhang.projection.schema.LongWork;
import org.huhang.query.rows.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Makes a read model anew from the first fact on, beside the one being read and written: all cases in parts, each folded in
 * memory and copied; then the indexes; then what was recorded meanwhile; then it comes in that one's place. What an earlier
 * process has done of it is kept.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final ReadModel model;
    private final RebuildTools tools;
    private final ExecutorService cursors;
    private final RebuildProgress progress;
    private final Copy copy;
    private final RebuildPlan plan;
    private final Made made;
    private final List<String> tables;

    Rebuild(ReadModel model, RebuildTools tools, ExecutorService cursors, RebuildProgress progress) {
        this.model = model;
        this.tools = tools;
        this.cursors = cursors;
        this.progress = progress;
        this.copy = model.next();
        this.made = model.wanted();
        this.plan = new RebuildPlan(copy, tools.client());
        this.tables = model.projection().tables().stream().map(Table::name).toList();
    }

    /**
     * @throws org.huhang.log.codec.UnreadableEvent for an event that this build does not know
     * @throws InterruptedException when it is to stop; another run goes on with it
     */
    void run() throws InterruptedException {
        if (isUnderWay()) {
            tools.transaction().executeWithoutResult(status -> copy.prepare(made, tools.segments()));
        } else {
            make(this::putOff);
        }
        if (plan.exists()) {
            try {
                fold();
                progress.enter(Phase.INDEXING);
                tools.transaction().executeWithoutResult(status -> plan.finish(tables));
            } catch (DataAccessException e) {
                if (!FaultReason.isOfTheRow(e)) {
                    throw e;
                }
                LOG.warn(
                        "Read model {} has a row that the database does not take ({}): it is rebuilt fact by fact.",
                        model.name(),
                        FaultReason.of(e));
                make(this::keepGaps);
            }
        }
        new Replacement(model, copy, tools).run(progress);
        replayParked();
        LOG.info("Read model {} was rebuilt.", model.name());
    }

    private boolean isUnderWay() {
        return copy.progressIfThere().stream().anyMatch(it -> it.made().like(made));
    }

    private void make(Runnable preparing) {
        tools.transaction().executeWithoutResult(status -> copy.drop());
        tools.schemas().migrate(copy.name(), "db/" + model.name());
        tools.transaction().executeWithoutResult(status -> {
            copy.prepare(made, tools.segments());
            preparing.run();
        });
    }

    /** What it had to pass over so far, it may be able to apply now. */
    private void replayParked() {
        Unparking unparking = new Unparking(tools.log(), tools.transaction());
        for (ParkedCase parked : model.live().parked().all()) {
            try {
                unparking.replay(model, parked.caseId());
            } catch (Refused e) {
                LOG.info("A parked case of read model {} was not replayed: {}", model.name(), e.getMessage());
            }
        }
    }

    private void keepGaps() {
        model.live().parked().gaps().forEach(copy.parked()::keep);
    }

    /** By the same fold, so that what was answered without them is answered so again. They are replayed in the end. */
    private void keepParked(long upTo) {
        if (model.live().progress().stream().allMatch(it -> it.revision() == made.revision())) {
            model.live().parked().all().stream()
                    .filter(parked -> parked.position() <= upTo)
                    .forEach(copy.parked()::park);
        }
    }

    private void putOff() {
        long upTo = tools.log().head();
        keepGaps();
        keepParked(upTo);
        int parts = tools.parts(tools.scan().cases());
        copy.begin(made, tools.segments(), upTo);
        plan.make(parts, upTo);
        plan.putIndexesOff(tables);
    }

    private void fold() throws InterruptedException {
        List<RebuildPlan.Part> parts = plan.parts();
        List<RebuildPlan.Part> left =
                parts.stream().filter(part -> !part.done()).toList();
        progress.begin(
                parts.size(), parts.size() - left.size(), parts.getFirst().upTo());
        List<Future<?>> folds = new ArrayList<>();
        for (RebuildPlan.Part part : left) {
            Fold fold = new Fold(model, made, copy, part, tools.scan(), tools.log(), progress);
            folds.add(cursors.submit(() -> LongWork.call(() -> {
                fold.run(tools.database());
                return part;
            })));
        }
        try {
            for (Future<?> fold : folds) {
                fold.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case InterruptedException stopped -> throw stopped;
                case Throwable fault -> throw FaultReason.unchecked(fault);
            }
        } finally {
            end(folds);
        }
    }

    /** No part may go on writing when this rebuild has come to an end. */
    private static void end(List<Future<?>> folds) {
        folds.forEach(fold -> fold.cancel(true));
    }
}
