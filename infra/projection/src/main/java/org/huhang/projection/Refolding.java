package org.huhang.projection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.query.Projection;
import org.huhang.query.rows.RowBatch;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionStatus;

/** Folds a case anew, from its first fact into a clean slate of its rows. */
final class Refolding {

    /** What could not be applied, and what sort of error it was. */
    record Fault(Recorded fact, String reason) {}

    private final Projection projection;
    private final Copy copy;
    private final EventLog log;

    Refolding(Projection projection, Copy copy, EventLog log) {
        this.log = log;
        this.projection = projection;
        this.copy = copy;
    }

    /**
     * @param facts all that are to be taken in
     * @return with a fault its rows are as they were
     */
    Optional<Fault> run(UUID caseId, List<Recorded> facts, Gaps gaps, TransactionStatus status) {
        Object before = status.createSavepoint();
        RowBatch rows = copy.store(projection, log).clear(caseId);
        for (Recorded fact : facts) {
            try {
                if (projection.bears(fact.event().getClass())) {
                    rows.apply(projection, fact, gaps.knownFrom(fact));
                    rows.flush();
                }
            } catch (RuntimeException e) {
                if (e instanceof DataAccessException && !FaultReason.isOfTheRow(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(before);
                return Optional.of(new Fault(fact, FaultReason.of(e)));
            }
        }
        return Optional.empty();
    }
}
