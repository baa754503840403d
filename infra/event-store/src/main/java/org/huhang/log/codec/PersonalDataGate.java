package org.huhang.log.codec;

import org.huhang.kernel.stream.StreamId;

/** The one place every personal value passes on its way into the log and out of it. */
public interface PersonalDataGate {

    /** What the log keeps of {@code plain}. */
    String conceal(StreamId stream, PersonalKind kind, String plain);

    /** The value again, as it was before {@link #conceal}. */
    String reveal(StreamId stream, PersonalKind kind, String kept);

    /** Keeps values as they are; the database is what protects them. */
    static PersonalDataGate open() {
        return new PersonalDataGate() {
            @Override
            public String conceal(StreamId stream, PersonalKind kind, String plain) {
                return plain;
            }

            @Override
            public String reveal(StreamId stream, PersonalKind kind, String kept) {
                return kept;
            }
        };
    }
}
