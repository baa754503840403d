package org.huhang.app.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Primary;

/** The application's clock, as wrong as the test wants it; for applications that are given it by name. */
@Primary
class MovableClock implements InstantSource {

    private volatile Duration off = Duration.ZERO;

    void off(Duration by) {
        off = by;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off);
    }
}
