package org.huhang.command.port;

import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.value.CaseId;

/** Looking at cases without changing them. */
public interface CaseStates {

    /** What the log adds up to now; the unregistered state for an unknown case. */
    CaseState now(CaseId caseId);
}
