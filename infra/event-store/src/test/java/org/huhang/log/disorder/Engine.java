package org.huhang.log.disorder;

import java.util.List;
import java.util.UUID;

/** An event store as one process has it: commits facts of cases named by a number, and reads them in its order. */
interface Engine {

    /** Returns once it is committed. */
    void commit(UUID stream);

    Reader reader();

    /** Follows the store from its beginning on. */
    interface Reader {

        /** What comes next, in order; empty for nothing yet. */
        List<UUID> next();
    }
}
