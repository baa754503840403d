package org.huhang.query.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.value.RiskLevel;

/**
 * A child's place on the ledger.
 *
 * @param grounds names of the grounds
 * @param lastVisit null before the first
 * @param lastChange day of the listing, reassessment or visit that set risk and next visit; an earlier visit told late moves
 *     neither
 */
record Listing(
        Collection<String> grounds,
        RiskLevel risk,
        LocalDate listedOn,
        LocalDate lastVisit,
        LocalDate nextVisitDue,
        LocalDate lastChange) {

    Listing {
        grounds = List.copyOf(grounds);
    }

    static Listing begin(KeyCareEvent.KeyCareListed event) {
        return new Listing(
                event.grounds().stream().map(Enum::name).toList(),
                event.risk(),
                event.effectiveOn(),
                null,
                event.nextVisitDue(),
                event.effectiveOn());
    }

    Listing reassessed(KeyCareEvent.KeyCareReassessed event) {
        return new Listing(
                event.grounds().stream().map(Enum::name).toList(),
                event.risk(),
                listedOn,
                lastVisit,
                event.nextVisitDue(),
                event.effectiveOn());
    }

    Listing visited(KeyCareEvent.HomeVisitRecorded event) {
        LocalDate on = event.effectiveOn();
        boolean toldLate = on.isBefore(lastChange);
        return new Listing(
                grounds,
                toldLate ? risk : event.risk(),
                listedOn,
                lastVisit == null || on.isAfter(lastVisit) ? on : lastVisit,
                toldLate ? nextVisitDue : event.nextVisitDue(),
                toldLate ? lastChange : on);
    }
}
