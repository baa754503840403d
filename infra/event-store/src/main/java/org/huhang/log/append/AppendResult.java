package org.huhang.log.append;

import java.util.List;
import org.huhang.kernel.log.Recorded;

/** What the log made of one change; the case store makes a {@link org.huhang.command.port.Settlement} of it. */
public sealed interface AppendResult {

    /**
     * @param facts as recorded; none where the change is a refusal, which only asks whether it still holds
     * @param position of the last of them; of the newest fact before it where there are none
     */
    record Written(List<Recorded> facts, long position) implements AppendResult {}

    /** Its very facts were recorded by an earlier attempt. */
    record WrittenBefore(long position) implements AppendResult {}

    /** Its key has a receipt: for what request, and the answer as it was kept. */
    record AnsweredBefore(String requestDigest, String answer, long position) implements AppendResult {}

    /** @param byOurselves whether by a change of this process that went to the log together with it */
    record Overtaken(boolean byOurselves) implements AppendResult {}

    /**
     * It was decided on a fact that is no longer there, or went to the log together with one that was.
     *
     * @param head how far the log reaches now
     */
    record PutBack(long head) implements AppendResult {}

    record Held() implements AppendResult {}
}
