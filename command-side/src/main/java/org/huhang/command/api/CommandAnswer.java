package org.huhang.command.api;

import java.util.List;
import org.huhang.command.port.Answer;
import org.huhang.kernel.value.CaseId;

/**
 * What a caller hears of a command that was carried out.
 *
 * @param version of the case, also in {@code ETag}
 * @param position of the last fact recorded, also in {@code Huhang-Position}
 * @param events names of the facts recorded, in order
 * @param possibleDuplicates of a case registered or reopened: others, among those the caller may know of, that may be of the
 *     same child
 */
record CommandAnswer(CaseId caseId, long version, long position, List<String> events, List<CaseId> possibleDuplicates) {

    static CommandAnswer of(Answer.Done done) {
        return new CommandAnswer(done.caseId(), done.version(), done.position(), done.events(), done.lookalikes());
    }
}
