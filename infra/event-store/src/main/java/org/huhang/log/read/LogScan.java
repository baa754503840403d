package org.huhang.log.read;

import java.util.List;
import java.util.function.Predicate;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.event.EventCatalogue;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.log.codec.UnreadableEvent;

/** Reading a long stretch of the log at once, for those who make something of all of it. */
public interface LogScan {

    /**
     * Which facts are wanted.
     *
     * @param bears of which types
     * @param attribution whether {@link Recorded#by()} is; where not, it may be null
     * @param part of all cases, from 0 to {@code parts - 1}; every fact of a case is in the same part
     */
    record Wanted(Predicate<Class<? extends Event>> bears, boolean attribution, int part, int parts) {

        /** Those that are known and not wanted. */
        List<Class<? extends Event>> unwanted() {
            return EventCatalogue.all().stream().filter(bears.negate()).toList();
        }
    }

    @FunctionalInterface
    interface Sink {

        /** @param position up to which all that is wanted has been given */
        void take(List<Recorded> facts, long position) throws InterruptedException;
    }

    /**
     * Gives the facts that are wanted after one position and up to another, in order of position and in pieces.
     *
     * @throws UnreadableEvent for an event or revision that is not known, wanted or not
     */
    void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException;

    /** How many cases there are, nearly. */
    long cases();

    /** Over a log that can only be read fact by fact. */
    static LogScan over(EventLog log) {
        return new ScanByBatches(log);
    }
}
