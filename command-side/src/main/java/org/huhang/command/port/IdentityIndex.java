package org.huhang.command.port;

import java.util.List;
import org.huhang.kernel.event.Event;
import org.huhang.kernel.stream.StreamId;

/**
 * Which case holds which identity document, inside the command's own transaction: one document, one living case. Kept as
 * keyed digests, so that nothing personal can be read from it, and derived from the log alone.
 */
public interface IdentityIndex extends IdentityLookup {

    /**
     * Takes note of what {@code events} change.
     *
     * @throws org.huhang.kernel.refusal.Refused {@code DOCUMENT_BELONGS_TO_ANOTHER_CASE} when another case got there first
     */
    void follow(StreamId stream, List<? extends Event> events);
}
