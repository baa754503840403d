package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.List;
import org.huhang.command.ask.CaseCommand;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;

/** Where commands are decided, and what they decide is recorded. */
public interface Office {

    /** A command that is refused changes nothing. */
    void ask(CaseId caseId, CaseCommand command, LocalDate today);

    /** All that was recorded of one file. */
    List<Recorded> facts(CaseId caseId);
}
