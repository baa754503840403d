package org.huhang.query.api;

import java.util.Optional;
import org.huhang.kernel.log.Moment;

/**
 * Which part of the log an answer is to rest on.
 *
 * @param moment up to it, whenever it is asked; empty for all that the read model has taken in
 * @param least position that the read model has to have taken in before it answers; 0 for none
 */
public record AsOf(Optional<Moment> moment, long least) {

    public static final AsOf NOW = new AsOf(Optional.empty(), 0);

    /** As of one moment. */
    AsOf at(Moment asked) {
        return new AsOf(Optional.of(asked), Math.max(least, asked.position()));
    }
}
