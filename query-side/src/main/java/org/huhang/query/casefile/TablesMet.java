package org.huhang.query.casefile;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;

/** Since when this process has gone by the tables of divisions in force. */
final class TablesMet {

    /** What they say of places that belong elsewhere today. */
    private record Met(String fingerprint, Map<DivisionCode, Set<DivisionCode>> elsewhere) {

        static Met of(Divisions divisions) {
            return new Met(divisions.fingerprint(), divisions.elsewhere());
        }
    }

    private final Divisions divisions;
    private final InstantSource clock;
    private Met last;
    private Instant since = Instant.MIN;

    TablesMet(Divisions divisions, InstantSource clock) {
        this.divisions = divisions;
        this.clock = clock;
        this.last = Met.of(divisions);
    }

    /** At the latest; of the tables that the process began with, before everything. */
    synchronized Instant since() {
        Met inForce = Met.of(divisions);
        if (!inForce.equals(last)) {
            last = inForce;
            since = clock.instant();
        }
        return since;
    }
}
