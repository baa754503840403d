package org.huhang.log.read;

import java.util.List;
import org.huhang.kernel.log.EventLog;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.stream.StreamId;

/** Every part reads and decodes the whole log and leaves out what is another's: right anywhere, fast nowhere. */
final class ScanByBatches implements LogScan {

    private static final int BATCH = 1000;

    /** A guess on the safe side: a case has some facts, of which one opens it. */
    private static final int FACTS_A_CASE = 4;

    private final EventLog log;

    ScanByBatches(EventLog log) {
        this.log = log;
    }

    @Override
    public void scan(long after, long upTo, Wanted wanted, Sink sink) throws InterruptedException {
        long position = after;
        while (position < upTo) {
            List<Recorded> facts = log.after(position, (int) Math.min(BATCH, upTo - position));
            if (facts.isEmpty()) {
                return;
            }
            position = facts.getLast().position();
            sink.take(facts.stream().filter(fact -> isWanted(fact, wanted)).toList(), position);
        }
    }

    @Override
    public long cases() {
        return log.head() / FACTS_A_CASE;
    }

    private static boolean isWanted(Recorded fact, Wanted wanted) {
        return part(fact.stream(), wanted.parts()) == wanted.part()
                && wanted.bears().test(fact.event().getClass());
    }

    private static int part(StreamId stream, int parts) {
        return Math.floorMod(stream.value().hashCode(), parts);
    }
}
