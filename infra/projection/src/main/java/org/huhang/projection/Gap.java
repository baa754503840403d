package org.huhang.projection;

import java.util.UUID;

/**
 * A stretch of the log that a read model passed over of one case, which was parked, and took in later. What was answered
 * meanwhile stays as it was: these facts are known from its end on.
 *
 * @param from position of the first fact passed over
 * @param until position from which on they are known; beyond any that an answer without them can have named
 */
record Gap(UUID caseId, long from, long until) {

    boolean holds(long position) {
        return from <= position && position < until;
    }
}
