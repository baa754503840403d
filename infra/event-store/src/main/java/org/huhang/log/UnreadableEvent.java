package org.huhang.log;

/** A fact the log holds and this build cannot read. Says which, never what is in it. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String event, int revision, String why) {
        super("Event " + event + " revision " + revision + " " + why);
    }
}
