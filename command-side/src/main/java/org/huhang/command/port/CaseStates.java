package org.huhang.command.port;

import org.huhang.command.state.CaseState;
import org.huhang.kernel.value.CaseId;

/** The state of a case as the log has it now, for those who ask and change nothing. */
public interface CaseStates {

    CaseState now(CaseId caseId);
}
