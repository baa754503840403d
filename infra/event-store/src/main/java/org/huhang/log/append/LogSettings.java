package org.huhang.log.append;

import java.time.Duration;

/**
 * How the one writer of a process works.
 *
 * @param waiting changes that may wait for it; one more is refused
 * @param linger how long it waits at most for company when others were there a moment ago, and never longer than a write takes
 * @param rememberedCases states kept in memory
 * @param longestWait after which a change that was not sent yet is given up
 */
public record LogSettings(int waiting, Duration linger, int rememberedCases, Duration longestWait) {

    public static final LogSettings DEFAULT =
            new LogSettings(4096, Duration.ofNanos(500_000), 50_000, Duration.ofSeconds(10));
}
