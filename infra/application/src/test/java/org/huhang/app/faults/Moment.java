package org.huhang.app.faults;

import java.util.Random;

/** In the middle of what it is done. The harness holds a lock on a table until somebody waits for it: that is the middle. */
enum Moment {
    /** Wherever everything happens to be. */
    ANY,
    APPEND,
    PROJECTION_BATCH,
    REBUILD_SWAP,
    IMPORT;

    static Moment any(Random random) {
        return values()[random.nextInt(values().length)];
    }
}
