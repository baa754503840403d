package org.huhang.bench.load;

import java.util.List;

/**
 * What the load generator is asked to do.
 *
 * @param perSecond how many requests are due a second, at random intervals, however long answers take; 0 to send the next
 *     request on each connection as soon as the one before is answered
 * @param firstChild number of the first child to be registered; each has its own from there on
 * @param cases how many cases there are to add to
 * @param caseIds whose they are; none where the application gave them the ids that follow from their number
 * @param seed of everything random
 */
public record Job(
        String host,
        int port,
        Operation operation,
        int connections,
        double seconds,
        double perSecond,
        List<String> tokens,
        long firstChild,
        int cases,
        List<String> caseIds,
        long seed) {

    boolean open() {
        return perSecond > 0;
    }
}
