package org.huhang.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Something that comes true by itself, and soon. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private Eventually() {}

    /** @throws AssertionError as {@code claim} does, when it does not come true in time */
    public static void eventually(Runnable claim) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (true) {
            try {
                claim.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }
}
