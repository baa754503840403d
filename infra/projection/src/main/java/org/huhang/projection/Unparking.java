package org.huhang.projection;

import java.util.List;
import java.util.Optional;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;
import org.huhang.kernel.value.CaseId;
import org.huhang.log.codec.UnreadableEvent;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds a parked case anew. What was passed over is known from the next fact of the log on: whatever was answered without it is
 * answered so again.
 */
public final class Unparking {

    private final EventLog log;
    private final TransactionTemplate transaction;

    Unparking(EventLog log, TransactionTemplate transaction) {
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * @return whether the case is followed again; where not, its rows are as they were and it stays parked
     * @throws Refused {@code READ_MODEL_CASE_NOT_PARKED}, or {@code READ_MODEL_OUTDATED} while its rows are of another
     *     revision or of other tables of divisions
     */
    public boolean replay(ReadModel model, CaseId caseId) {
        return transaction.execute(status -> replay(model, caseId, status));
    }

    private boolean replay(ReadModel model, CaseId caseId, TransactionStatus status) {
        Copy copy = model.live();
        // Before the first look at anything: nobody moves the case's segment, or replaces the copy, until this is done.
        copy.lock(Segment.of(caseId, copy.progress().size()).number());
        Segment segment = Segment.of(caseId, copy.progress().size());
        SegmentProgress progress = copy.progress().get(segment.number());
        ParkedCases cases = copy.parked();
        ParkedCase parked = cases.find(caseId).orElseThrow(() -> new Refused(RefusalCode.READ_MODEL_CASE_NOT_PARKED));
        Made made = model.wanted();
        if (!progress.made().like(made)) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
        Gap gap = new Gap(caseId.value(), parked.position(), progress.position() + 1);
        Optional<Refolding.Fault> fault = new Refolding(model.projection(), copy, log)
                .run(
                        caseId.value(),
                        history(caseId, progress.position()),
                        new Gaps(cases.gapsOf(caseId)).and(gap),
                        status);
        if (!made.equals(model.wanted())) {
            throw new Refused(RefusalCode.READ_MODEL_OUTDATED);
        }
        fault.ifPresentOrElse(it -> cases.staysParked(caseId, it.reason()), () -> {
            cases.unpark(caseId);
            cases.keep(gap);
        });
        return fault.isEmpty();
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
