package org.huhang.log.codec;

import java.util.List;
import java.util.Optional;
import org.huhang.command.port.Answer;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.value.CaseId;

/**
 * An answer as receipts keep it.
 *
 * @param declined in receipts of an earlier version only, which kept refusals too
 */
public record KeptAnswer(Optional<Done> done, Optional<Declined> declined) {

    /** @param caseId of a child or, under the name that was there first, the id of whatever stream was addressed */
    public record Done(CaseId caseId, long version, long position, List<String> events, List<CaseId> lookalikes) {}

    public record Declined(Refusal refusal) {}

    public static KeptAnswer of(Answer.Done it) {
        return new KeptAnswer(
                Optional.of(new Done(it.caseId(), it.version(), it.position(), it.events(), it.lookalikes())),
                Optional.empty());
    }

    /** As one that is given again. */
    public Answer answer() {
        return done.<Answer>map(it ->
                        new Answer.Done(it.caseId.stream(), it.version, it.position, it.events, it.lookalikes, true))
                .orElseGet(() -> new Answer.Declined(declined.orElseThrow().refusal, true));
    }
}
