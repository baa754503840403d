package org.huhang.command.port;

import java.util.List;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.stream.StreamId;
import org.huhang.kernel.value.CaseId;

/** What a caller is told of a command. Holds nothing personal: what was done is kept in receipts. */
public sealed interface Answer {

    /** Whether it is the answer that the same key had before, and nothing was done this time. */
    boolean again();

    /** The same answer, said to have been given before. */
    Answer givenAgain();

    /**
     * @param version of the case's stream after the command
     * @param position of the last fact recorded; a reader waits for it to see its own write
     * @param events stable names of the facts recorded, in order
     * @param lookalikes of a case opened, or opened again: others that may be of the same child, of those the caller may know of
     */
    record Done(
            StreamId stream, long version, long position, List<String> events, List<CaseId> lookalikes, boolean again)
            implements Answer {

        public Done {
            events = List.copyOf(events);
            lookalikes = List.copyOf(lookalikes);
        }

        public Done(StreamId stream, long version, long position, List<String> events, List<CaseId> lookalikes) {
            this(stream, version, position, events, lookalikes, false);
        }

        /** Of a command to a child's case: which. */
        public CaseId caseId() {
            return CaseId.of(stream.value());
        }

        @Override
        public Done givenAgain() {
            return new Done(stream, version, position, events, lookalikes, true);
        }
    }

    /**
     * A refusal. It is of the moment and kept nowhere: asked again, with the same key too, the command is decided anew.
     *
     * @param again true only for one that an earlier version of Huhang kept
     */
    record Declined(Refusal refusal, boolean again) implements Answer {

        public Declined(Refusal refusal) {
            this(refusal, false);
        }

        @Override
        public Declined givenAgain() {
            return new Declined(refusal, true);
        }
    }

    /** The same answer once it is known where the log has what it reports. */
    default Answer at(long position) {
        return switch (this) {
            case Done done -> new Done(done.stream, done.version, position, done.events, done.lookalikes, done.again);
            case Declined declined -> declined;
        };
    }
}
