package org.huhang.projection;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Notices when what rows rest on begins to say otherwise. */
final class RowBasisInForce {

    private final Supplier<String> restsOn;
    private final InstantSource clock;
    private RowBasis last = RowBasis.NONE;

    RowBasisInForce(Supplier<String> restsOn, InstantSource clock) {
        this.restsOn = restsOn;
        this.clock = clock;
    }

    synchronized RowBasis now() {
        String fingerprint = restsOn.get();
        if (!fingerprint.equals(last.fingerprint())) {
            // As PostgreSQL keeps it.
            last = new RowBasis(fingerprint, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return last;
    }
}
