package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent.*;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.Narrative;
import org.huhang.kernel.value.PersonName;
import org.huhang.kernel.value.PolicyEditionId;
import org.huhang.kernel.value.RiskLevel;

/**
 * The child's place on the key-care ledger (重点关爱台账).
 *
 * @param lastVisit the visit of the latest day, also of an earlier listing
 */
record KeyCare(Listing listing, Optional<Visit> lastVisit) {

    sealed interface Listing {}

    record NeverListed() implements Listing {}

    /**
     * @param cadence edition of the visit cadence behind {@code nextVisitDue}
     * @param lastChange day of the listing, reassessment or visit that set risk and due date
     */
    record Listed(
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate since,
            LocalDate nextVisitDue,
            PolicyEditionId cadence,
            LocalDate lastChange)
            implements Listing {

        /** A visit folded after a change of a later day says what held on its own day, not what holds now. */
        private Listed visited(HomeVisitRecorded event) {
            return event.effectiveOn().isBefore(lastChange)
                    ? this
                    : new Listed(
                            grounds, event.risk(), since, event.nextVisitDue(), event.edition(), event.effectiveOn());
        }
    }

    record Delisted(DelistReason reason, Optional<Narrative> note, LocalDate on) implements Listing {}

    record Visit(LocalDate on, PersonName visitor, Narrative seen, Optional<Narrative> childView, RiskLevel risk) {}

    static final KeyCare NONE = new KeyCare(new NeverListed(), Optional.empty());

    Optional<Listed> listed() {
        return listing instanceof Listed listed ? Optional.of(listed) : Optional.empty();
    }

    KeyCare after(KeyCareEvent event) {
        return switch (event) {
            case KeyCareListed e ->
                with(new Listed(
                        e.grounds(), e.risk(), e.effectiveOn(), e.nextVisitDue(), e.edition(), e.effectiveOn()));
            case KeyCareReassessed e ->
                listed().map(listed -> with(new Listed(
                                e.grounds(), e.risk(), listed.since(), e.nextVisitDue(), e.edition(), e.effectiveOn())))
                        .orElse(this);
            case KeyCareDelisted e -> with(new Delisted(e.reason(), e.note(), e.effectiveOn()));
            case HomeVisitRecorded e -> visited(e);
        };
    }

    private KeyCare visited(HomeVisitRecorded event) {
        Visit visit = new Visit(event.effectiveOn(), event.visitor(), event.seen(), event.childView(), event.risk());
        Optional<Visit> latest = lastVisit.filter(last -> last.on().isAfter(visit.on()));
        Listing followed =
                listed().<Listing>map(listed -> listed.visited(event)).orElse(listing);
        return new KeyCare(followed, latest.or(() -> Optional.of(visit)));
    }

    private KeyCare with(Listing next) {
        return new KeyCare(next, lastVisit);
    }
}
