package org.huhang.query.area.keycare;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.huhang.kernel.area.keycare.KeyCare;
import org.huhang.kernel.value.RiskLevel;

/**
 * A child's place on the ledger, as it stands in the ledger's columns.
 *
 * @param grounds names of the grounds
 * @param lastVisit null before the first
 * @param lastChange day of the listing, reassessment or visit that set risk and next visit; an earlier visit told late moves
 *     neither
 */
public record Listing(
        Collection<String> grounds,
        RiskLevel risk,
        LocalDate listedOn,
        LocalDate lastVisit,
        LocalDate nextVisitDue,
        LocalDate lastChange) {

    public Listing {
        grounds = List.copyOf(grounds);
    }

    public static Listing of(KeyCare.Listed listed) {
        return new Listing(
                listed.grounds().stream().map(Enum::name).toList(),
                listed.risk(),
                listed.since(),
                listed.lastVisit().orElse(null),
                listed.nextVisit().by(),
                listed.lastChange());
    }
}
