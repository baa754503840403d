package org.huhang.command.state;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.event.KeyCareEvent;
import org.huhang.kernel.event.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.event.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.event.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.event.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;

/** Whether the child stands on the key-care ledger (重点关爱台账). */
public sealed interface KeyCare {

    /** @param delistedOn absent for a child never listed */
    record NotListed(Optional<LocalDate> delistedOn) implements KeyCare {}

    /**
     * @param lastVisit the latest day on which the listed child was visited
     * @param lastChange the day of the last listing, reassessment or visit, whichever is latest
     */
    record Listed(
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate since,
            VisitDue nextVisit,
            Optional<LocalDate> lastVisit,
            LocalDate lastChange)
            implements KeyCare {

        /** The day from which the visit interval runs. */
        public LocalDate lastSeen() {
            return lastVisit.orElse(since);
        }

        private Listed reassessed(KeyCareReassessed event) {
            return new Listed(
                    event.grounds(),
                    event.risk(),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    lastVisit,
                    event.effectiveOn());
        }

        private Listed visited(HomeVisitRecorded event) {
            LocalDate day = event.effectiveOn();
            return new Listed(
                    grounds,
                    event.risk(),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    Optional.of(later(lastVisit.orElse(day), day)),
                    later(lastChange, day));
        }
    }

    static KeyCare none() {
        return new NotListed(Optional.empty());
    }

    static KeyCare evolve(KeyCare state, KeyCareEvent event) {
        return switch (event) {
            case KeyCareListed e ->
                new Listed(
                        e.grounds(),
                        e.risk(),
                        e.effectiveOn(),
                        new VisitDue(e.nextVisitDue(), e.edition()),
                        Optional.empty(),
                        e.effectiveOn());
            case KeyCareDelisted e -> new NotListed(Optional.of(e.effectiveOn()));
            case KeyCareReassessed e ->
                switch (state) {
                    case Listed listed -> listed.reassessed(e);
                    case NotListed none -> none;
                };
            case HomeVisitRecorded e ->
                switch (state) {
                    case Listed listed -> listed.visited(e);
                    case NotListed none -> none;
                };
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
