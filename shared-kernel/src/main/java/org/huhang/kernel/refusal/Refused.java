package org.huhang.kernel.refusal;

/**
 * Carries a {@link Refusal} across a rim (HTTP, JSON, the command bus) that only speaks in exceptions. Decisions return
 * refusals; they never throw this.
 */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    public Refused(RefusalCode code) {
        this(Refusal.of(code));
    }

    public Refusal refusal() {
        return refusal;
    }
}
