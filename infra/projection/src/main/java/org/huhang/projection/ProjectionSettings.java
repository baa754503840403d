package org.huhang.projection;

import java.time.Duration;

/**
 * How the read models of a process are kept and asked.
 *
 * @param segments into which a read model that is made now is divided; threads for every one
 * @param rememberedCases whose rows every read model keeps in memory
 * @param cursors readers of the log at once, over all rebuilds
 * @param rebuildCasesInMemory at most, nearly, over all rebuilds
 * @param longestWait of a question for a position that its read model has yet to reach
 */
public record ProjectionSettings(
        int segments,
        int rememberedCases,
        int cursors,
        int rebuildCasesInMemory,
        WhenOutdated whenOutdated,
        Duration longestWait) {}
