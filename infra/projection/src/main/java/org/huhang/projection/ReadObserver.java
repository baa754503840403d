package org.huhang.projection;

import java.time.Duration;
import java.util.SortedSet;

/** Hears, on the asking thread, what whoever serves a question should know of how it was answered. */
public interface ReadObserver {

    /** @param fingerprints of tables of divisions that have made rows of the answer and are not those in force */
    void rowsAreOf(SortedSet<String> fingerprints);

    /** The question waited for a position that its asker named. */
    void waited(Duration time);
}
