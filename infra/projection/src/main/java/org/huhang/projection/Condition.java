package org.huhang.projection;

import java.util.Optional;

/** What keeps a read model from simply following the log, as far as this process knows. */
public sealed interface Condition {

    record Following() implements Condition {}

    record Rebuilding(RebuildProgress progress) implements Condition {}

    /**
     * Its rows are of another revision of the projection, or of other tables of divisions. They are answered from as they are, where their shape still
     * serves, and not followed.
     */
    record Outdated(int revision) implements Condition {}

    /**
     * A fact cannot be read, or the database not be reached. Nothing is skipped; it is tried again until it can go on.
     *
     * @param position of the fact at fault, where one is
     * @param event its stable name
     * @param reason what sort of error; never its text, which may quote a row
     */
    record Stopped(Optional<Long> position, Optional<String> event, String reason) implements Condition {}
}
