package org.huhang.log.testing;

import java.time.Duration;
import java.time.Instant;

/** Something that comes true by itself, and soon. */
public final class Eventually {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

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
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
