package org.huhang.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.codec.UnreadableEvent;
import org.huhang.query.Projection;
import org.huhang.query.rows.RowBatch;
import org.huhang.query.rows.RowMemory;
import org.huhang.query.rows.RowStore;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes facts into one segment of one copy: a batch, its rows and its position are one transaction. A case whose fact cannot
 * be applied is parked, and nothing else is held up by it.
 */
final class Advance {

    /** Facts of one transaction, at most. */
    static final int BATCH = 1000;

    /** Where a copy stood when the rows in memory were those in its tables. */
    private record LoadedAt(long copy, long position) {}

    private final ReadModel model;
    private final Projection projection;
    private final Copy copy;
    private final int segment;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final RowStore store;
    /** Never of a parked case: whoever folds it anew one day moves no position. */
    private final RowMemory memory;

    private final ParkedCases parked;
    private final Gaps gaps;
    private Optional<LoadedAt> remembered = Optional.empty();

    /** @param memory of nobody else's, and of use only where each batch is committed by itself */
    Advance(ReadModel model, Copy copy, int segment, EventLog log, TransactionTemplate transaction, RowMemory memory) {
        this(model, copy, segment, log, transaction, memory, Gaps.NONE);
    }

    /** @param gaps of a copy that has yet to get beyond them */
    Advance(
            ReadModel model,
            Copy copy,
            int segment,
            EventLog log,
            TransactionTemplate transaction,
            RowMemory memory,
            Gaps gaps) {
        this.model = model;
        this.projection = model.projection();
        this.copy = copy;
        this.segment = segment;
        this.log = log;
        this.transaction = transaction;
        this.store = copy.store(projection, log);
        this.memory = memory;
        this.parked = copy.parked();
        this.gaps = gaps;
    }

    /**
     * In a transaction of the caller's it is part of that, and a row that the database does not take ends it.
     *
     * @param expected position the segment is thought to have; the facts after it are read before the transaction begins
     * @throws UnreadableEvent when the very next fact is of a kind that this build does not know
     * @throws FactsMissing when the log does not go on where the segment has got to
     */
    AdvanceResult next(long expected) {
        List<Recorded> facts = after(expected);
        boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return attempt(facts, false);
        } catch (DataAccessException e) {
            if (joined || !FaultReason.isOfTheRow(e)) {
                throw e;
            }
            return attempt(facts, true);
        }
    }

    /** @param carefully fact by fact, because rows of this batch were not taken by the database */
    private AdvanceResult attempt(List<Recorded> facts, boolean carefully) {
        Optional<LoadedAt> before = remembered;
        remembered = Optional.empty();
        Made made = model.wanted();
        AdvanceResult outcome = transaction.execute(status -> {
            AdvanceResult taken = takeIn(facts, made, before, carefully ? Optional.of(status) : Optional.empty());
            if (made.equals(model.wanted())) {
                return taken;
            }
            // Other tables of divisions came into force meanwhile, and some of the rows may be by those.
            status.setRollbackOnly();
            return new AdvanceResult.OfAnotherRevision(made.revision());
        });
        if (outcome instanceof AdvanceResult.TakenIn it) {
            remembered = Optional.of(new LoadedAt(it.progress().copy(), it.position()));
        }
        return outcome;
    }

    /** As few facts as needed, so that those before one that cannot be read are taken in. */
    private List<Recorded> after(long position) {
        for (int limit = BATCH; ; limit /= 2) {
            try {
                return log.after(position, limit);
            } catch (UnreadableEvent e) {
                if (limit == 1) {
                    throw e;
                }
            }
        }
    }

    private AdvanceResult takeIn(
            List<Recorded> read, Made made, Optional<LoadedAt> before, Optional<TransactionStatus> carefully) {
        Optional<SegmentProgress> claimed = copy.claim(segment);
        if (claimed.isEmpty()) {
            return new AdvanceResult.Elsewhere();
        }
        SegmentProgress progress = claimed.get();
        if (!progress.made().like(made)) {
            return new AdvanceResult.OfAnotherRevision(progress.revision());
        }
        // Another process, a rebuild or a crash may have moved it, and a batch that failed has left its rows in memory.
        if (!before.equals(Optional.of(new LoadedAt(progress.copy(), progress.position())))) {
            memory.forgetAll();
        }
        List<Recorded> facts = following(progress.position(), read);
        if (!facts.isEmpty()) {
            fold(facts, progress, carefully);
            copy.reached(segment, facts.getLast().position());
        }
        return new AdvanceResult.TakenIn(progress, facts.size());
    }

    private List<Recorded> following(long position, List<Recorded> read) {
        List<Recorded> facts =
                read.stream().filter(fact -> fact.position() > position).toList();
        if (facts.isEmpty() || facts.getFirst().position() != position + 1) {
            facts = after(position);
        }
        if (!facts.isEmpty() && facts.getLast().position() != position + facts.size()) {
            throw new FactsMissing(position);
        }
        return facts;
    }

    private void fold(List<Recorded> facts, SegmentProgress progress, Optional<TransactionStatus> carefully) {
        List<Recorded> bearing = facts.stream()
                .filter(fact -> progress.segment().holds(fact.caseId()))
                .filter(fact -> projection.bears(fact.event().getClass()))
                .toList();
        if (bearing.isEmpty()) {
            return;
        }
        Set<UUID> cases = bearing.stream().map(fact -> fact.caseId().value()).collect(Collectors.toSet());
        // In a query of its own, after the claim: one within the claim would see less than the position it is given.
        Set<UUID> passedOver = parked.among(cases);
        cases.removeAll(passedOver);
        passedOver.forEach(memory::forget);
        carefully.ifPresentOrElse(
                status -> factByFact(bearing, passedOver, status), () -> allAtOnce(bearing, cases, passedOver));
    }

    private void allAtOnce(List<Recorded> facts, Set<UUID> cases, Set<UUID> passedOver) {
        RowBatch batch = store.load(cases, begunBy(facts), memory);
        for (Recorded fact : facts) {
            if (!passedOver.contains(fact.caseId().value())) {
                try {
                    batch.apply(projection, fact, gaps.knownFrom(fact));
                } catch (RuntimeException e) {
                    park(fact, e, passedOver);
                }
            }
        }
        batch.flush();
    }

    private static Set<UUID> begunBy(List<Recorded> facts) {
        return facts.stream()
                .filter(fact -> fact.version() == 0)
                .map(fact -> fact.caseId().value())
                .collect(Collectors.toSet());
    }

    /** Slow; for a batch with rows that the database did not take, to find out whose they were. */
    private void factByFact(List<Recorded> facts, Set<UUID> passedOver, TransactionStatus status) {
        for (Recorded fact : facts) {
            if (!passedOver.contains(fact.caseId().value())) {
                Object before = status.createSavepoint();
                try {
                    RowBatch batch = store.load(Set.of(fact.caseId().value()));
                    batch.apply(projection, fact, gaps.knownFrom(fact));
                    batch.flush();
                    status.releaseSavepoint(before);
                } catch (RuntimeException e) {
                    if (e instanceof DataAccessException && !FaultReason.isOfTheRow(e)) {
                        throw e;
                    }
                    status.rollbackToSavepoint(before);
                    park(fact, e, passedOver);
                }
            }
        }
    }

    private void park(Recorded fact, RuntimeException fault, Set<UUID> passedOver) {
        UUID caseId = fact.caseId().value();
        passedOver.add(caseId);
        memory.forget(caseId);
        parked.park(fact, FaultReason.of(fault));
    }
}
