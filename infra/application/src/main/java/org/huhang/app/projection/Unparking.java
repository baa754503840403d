package org.huhang.app.projection;

import java.util.List;
import org.huhang.kernel.log.CaseLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.UnreadableEvent;
import org.huhang.query.rows.RowBatch;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Folds a parked case anew, from its first fact into a clean slate of its rows. */
final class Unparking {

    private final CaseLog log;
    private final TransactionTemplate transaction;

    Unparking(CaseLog log, TransactionTemplate transaction) {
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * @return whether the case is followed again; where not, its rows are as they were and it stays parked
     * @throws Refused {@code READ_MODEL_CASE_NOT_PARKED}, or {@code READ_MODEL_OUTDATED} while its rows are of another
     *     revision or of other tables of divisions
     */
    boolean replay(ReadModel model, CaseId caseId) {
        return transaction.execute(status -> replay(model, caseId, status));
    }

    private boolean replay(ReadModel model, CaseId caseId, TransactionStatus status) {
        Copy copy = model.live();
        // Before the first look at anything: nobody moves the case's segment, or replaces the copy, until this is done.
        copy.lock(Segment.of(caseId, copy.standings().size()).number());
        Segment segment = Segment.of(caseId, copy.standings().size());
        Standing standing = copy.standings().get(segment.number());
        copy.parked().find(caseId).orElseThrow(() -> new Refused(RefusalCode.READ_MODEL_CASE_NOT_PARKED));
        Made made = model.wanted();
        if (!standing.made().like(made)) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
        List<Recorded> facts = history(caseId, standing.position());
        Object before = status.createSavepoint();
        RowBatch rows = copy.store(model.projection()).clear(caseId.value());
        for (Recorded fact : facts) {
            try {
                if (model.projection().bears(fact.event().getClass())) {
                    rows.apply(model.projection(), fact);
                    rows.flush();
                }
            } catch (RuntimeException e) {
                if (e instanceof DataAccessException && !Faults.isOfTheRow(e)) {
                    throw e;
                }
                status.rollbackToSavepoint(before);
                copy.parked().unpark(caseId);
                copy.parked().park(fact, Faults.of(e));
                return false;
            }
        }
        if (!made.equals(model.wanted())) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
        copy.parked().unpark(caseId);
        return true;
    }

    private List<Recorded> history(CaseId caseId, long upTo) {
        try {
            return log.history(caseId).stream()
                    .filter(fact -> fact.position() <= upTo)
                    .toList();
        } catch (UnreadableEvent e) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
    }
}
