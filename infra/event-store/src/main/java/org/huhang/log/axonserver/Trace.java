package org.huhang.log.axonserver;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/**
 * Which command a fact came from. The facts of one command stand together in the log.
 *
 * @param number of this fact among them, from 1
 * @param of how many they are
 */
record Trace(UUID command, int number, int of, Optional<Keyed> keyed) {

    boolean begins() {
        return number == 1;
    }

    boolean last() {
        return number == of;
    }

    /**
     * What a receipt needs beside the facts themselves.
     *
     * @param stream the one that the command was addressed to
     */
    record Keyed(Mark mark, StreamId stream, List<CaseId> lookalikes) {
        Keyed {
            lookalikes = List.copyOf(lookalikes);
        }
    }
}
