package org.huhang.app.projection;

import java.util.Optional;

/** What a read model is doing, as far as this process knows. */
sealed interface Condition {

    record Following() implements Condition {}

    /** @param position reached by the new copy */
    record Rebuilding(long position) implements Condition {}

    /**
     * A fact cannot be applied, or the database not be reached. Nothing is skipped; it is tried again at growing intervals.
     *
     * @param position of the fact at fault, where one is
     * @param event its stable name
     * @param reason what sort of error; never its text, which may quote a row
     */
    record Stopped(Optional<Long> position, Optional<String> event, String reason) implements Condition {}
}
