package org.huhang.axonserver;

import java.util.concurrent.atomic.AtomicInteger;

/** What is to go wrong with the next appends. Each order is used up by as many appends as it was given for. */
final class InjectedFaults {

    /** What becomes of one append. */
    enum Handling {
        /** Stored and confirmed. */
        STORED,
        /** Not stored; the server says that nobody leads. */
        REFUSED,
        /** Stored, and the connection is lost before the confirmation. */
        STORED_UNCONFIRMED,
        /** The connection is lost before anything is stored. */
        LOST
    }

    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger unconfirmed = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();

    void refuse(int appends) {
        refusals.set(appends);
    }

    void leaveUnconfirmed(int appends) {
        unconfirmed.set(appends);
    }

    void lose(int appends) {
        losses.set(appends);
    }

    Handling next() {
        if (used(refusals)) {
            return Handling.REFUSED;
        }
        if (used(unconfirmed)) {
            return Handling.STORED_UNCONFIRMED;
        }
        return used(losses) ? Handling.LOST : Handling.STORED;
    }

    private static boolean used(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
