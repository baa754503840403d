package org.huhang.projection;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.huhang.kernel.division.Divisions;

/** Notices when the tables in force begin to answer otherwise. */
final class PlacesInForce {

    private final Divisions divisions;
    private final InstantSource clock;
    private Places last = Places.NONE;

    PlacesInForce(Divisions divisions, InstantSource clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    synchronized Places now() {
        String fingerprint = divisions.fingerprint();
        if (!fingerprint.equals(last.fingerprint())) {
            // As PostgreSQL keeps it.
            last = new Places(fingerprint, clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        return last;
    }
}
