package org.huhang.log.codec;

/** A fact the log holds and this build cannot read. Says which, never what is in it. */
public final class UnreadableEvent extends RuntimeException {

    private final String event;

    public UnreadableEvent(String event, int revision, String why) {
        super("Event " + event + " revision " + revision + " " + why);
        this.event = event;
    }

    /** Its name as the log holds it. */
    public String event() {
        return event;
    }
}
