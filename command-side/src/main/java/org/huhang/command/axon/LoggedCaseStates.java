package org.huhang.command.axon;

import org.huhang.command.port.CaseStates;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.value.CaseId;

/** Folds a case from the log; takes no lock and needs no unit of work. */
final class LoggedCaseStates implements CaseStates {

    private final EventLog log;

    LoggedCaseStates(EventLog log) {
        this.log = log;
    }

    @Override
    public CaseState now(CaseId caseId) {
        return CaseState.of(caseId, log.history(caseId.stream()), log::history);
    }
}
