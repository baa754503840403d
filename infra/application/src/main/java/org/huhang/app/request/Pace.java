package org.huhang.app.request;

import java.time.Duration;

/**
 * How slowly a body may come. Counts the time spent waiting for the caller, not what is done with the bytes in between.
 *
 * @param deadline for the first {@code bytesPerSecond}, and for a body without any the whole
 * @param bytesPerSecond each so many bytes that have come earn a further second; {@link #NO_MORE} for none
 */
record Pace(Duration deadline, long bytesPerSecond) {

    static final long NO_MORE = Long.MAX_VALUE;

    boolean isKept(long nanosWaited, long bytesRead) {
        double earned = (double) bytesRead / bytesPerSecond;
        return nanosWaited / 1e9 <= deadline.toMillis() / 1e3 + earned;
    }
}
