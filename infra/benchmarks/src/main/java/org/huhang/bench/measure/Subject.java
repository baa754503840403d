package org.huhang.bench.measure;

import java.time.Duration;
import java.util.Optional;

/** Something that is measured, again and again, in turns with the others. */
public interface Subject {

    /** Short and unique together with {@link #connections}, e.g. {@code S2 add}. */
    String name();

    /** What is counted, in the plural. */
    String unit();

    /** How many connections, threads or cursors work at once. */
    int connections();

    /** The process whose processor time is the application's; empty where no application takes part. */
    default Optional<ProcessHandle> application() {
        return Optional.empty();
    }

    /** Works for about {@code length}, or for as long as one whole piece of work takes where it cannot be cut. */
    Done run(Duration length) throws Exception;

    /** Leaves nothing behind that would slow down the next; not counted. */
    default void settle() throws Exception {}
}
