package org.huhang.command.port;

import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;

/** A command got no answer for a reason that passes by itself. It is no {@link Answer}: nothing was decided for good. */
public final class Unavailable extends RuntimeException {

    private final transient Refusal refusal;

    private Unavailable(RefusalCode code) {
        super(code.name(), null, false, false);
        this.refusal = Refusal.of(code);
    }

    /** More commands wait than may; nothing was recorded. */
    public static Unavailable tooManyCommands() {
        return new Unavailable(RefusalCode.TOO_MANY_COMMANDS);
    }

    /** The log cannot be written now; nothing was recorded. */
    public static Unavailable notRecorded() {
        return new Unavailable(RefusalCode.SERVICE_UNAVAILABLE);
    }

    /** It may have been recorded, or still be; to ask again with the same idempotency key tells. */
    public static Unavailable outcomeUnknown() {
        return new Unavailable(RefusalCode.OUTCOME_UNKNOWN);
    }

    public Refusal refusal() {
        return refusal;
    }
}
