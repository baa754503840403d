package org.huhang.app;

/** The application cannot start, for a reason its operator can do something about. */
public final class CannotStart extends RuntimeException {

    /** @param sentence says what is wrong and what to do; all that is shown */
    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
