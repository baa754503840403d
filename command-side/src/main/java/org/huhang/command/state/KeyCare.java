package org.huhang.command.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.huhang.kernel.area.keycare.KeyCareEvent;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;

/** Whether the child stands on the key-care ledger (重点关爱台账). */
public sealed interface KeyCare {

    /** @param delistedOn absent for a child never listed */
    record NotListed(Optional<LocalDate> delistedOn) implements KeyCare {}

    /** On what grounds and at what risk the child is listed from a day on. */
    record Judgement(LocalDate from, Set<KeyCareGround> grounds, RiskLevel risk) {}

    /**
     * @param judgements by day, from that of the listing on; each differs from the one before
     * @param nextVisit as set by the newest change; a visit recorded late does not move it
     * @param lastVisit the latest day on which the listed child was visited
     * @param lastChange the day of the last listing, reassessment or visit, whichever is latest
     */
    record Listed(
            List<Judgement> judgements,
            LocalDate since,
            VisitDue nextVisit,
            Optional<LocalDate> lastVisit,
            LocalDate lastChange)
            implements KeyCare {

        public Listed {
            judgements = List.copyOf(judgements);
        }

        /** @param day not before the listing */
        public Judgement inForceOn(LocalDate day) {
            return judgements.reversed().stream()
                    .filter(judgement -> !judgement.from().isAfter(day))
                    .findFirst()
                    .orElseThrow();
        }

        /** The day from which the visit interval runs. */
        public LocalDate lastSeen() {
            return lastVisit.orElse(since);
        }

        private Listed reassessed(KeyCareReassessed event) {
            return new Listed(
                    judged(new Judgement(event.effectiveOn(), event.grounds(), event.risk())),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    lastVisit,
                    event.effectiveOn());
        }

        private Listed visited(HomeVisitRecorded event) {
            LocalDate day = event.effectiveOn();
            Optional<LocalDate> seen = Optional.of(later(lastVisit.orElse(day), day));
            if (day.isBefore(lastChange)) {
                return new Listed(judgements, since, nextVisit, seen, lastChange);
            }
            return new Listed(
                    judged(new Judgement(day, judgements.getLast().grounds(), event.risk())),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    seen,
                    day);
        }

        /** Most visits change nothing about it. */
        private List<Judgement> judged(Judgement next) {
            Judgement last = judgements.getLast();
            if (next.risk() == last.risk() && next.grounds().equals(last.grounds())) {
                return judgements;
            }
            return Stream.concat(judgements.stream(), Stream.of(next)).toList();
        }
    }

    static KeyCare none() {
        return new NotListed(Optional.empty());
    }

    static KeyCare evolve(KeyCare state, KeyCareEvent event) {
        return switch (event) {
            case KeyCareListed e ->
                new Listed(
                        List.of(new Judgement(e.effectiveOn(), e.grounds(), e.risk())),
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
