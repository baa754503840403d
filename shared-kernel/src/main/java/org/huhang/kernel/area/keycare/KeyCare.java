package org.huhang.kernel.area.keycare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitAttempted;
import org.huhang.kernel.area.keycare.KeyCareEvent.HomeVisitRecorded;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareDelisted;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareListed;
import org.huhang.kernel.area.keycare.KeyCareEvent.KeyCareReassessed;
import org.huhang.kernel.policy.VisitCadence.VisitDue;
import org.huhang.kernel.value.DelistReason;
import org.huhang.kernel.value.KeyCareGround;
import org.huhang.kernel.value.RiskLevel;

/**
 * The child's place on the key-care ledger (重点关爱台账) and its home visits. Facts are named by their versions; what they
 * tell of persons is read there.
 *
 * @param lastVisit the visit of the latest day, also of an earlier listing
 * @param assessed the listing or the reassessment that was told last, also of an earlier listing
 */
public record KeyCare(Listing listing, Optional<Visit> lastVisit, Optional<Assessed> assessed) {

    private static final KeyCare NONE = new KeyCare(new NeverListed(), Optional.empty(), Optional.empty());

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    public sealed interface Listing {}

    @JsonTypeName("NEVER_LISTED")
    public record NeverListed() implements Listing {}

    @JsonTypeName("DELISTED")
    public record Delisted(DelistReason reason, LocalDate on, long fact) implements Listing {}

    /** On what grounds and at what risk the child is listed from a day on. */
    public record Judgement(LocalDate from, Set<KeyCareGround> grounds, RiskLevel risk) {

        public Judgement {
            grounds = Grounds.ordered(grounds);
        }
    }

    /**
     * @param judgements by day, from that of the listing on; each differs from the one before
     * @param nextVisit as set by the newest change; a visit told late does not move it
     * @param lastVisit the latest day on which the listed child was visited
     * @param lastChange the day of the last listing, reassessment or visit, whichever is latest
     * @param attempts to visit the child since it was last seen, by day
     */
    @JsonTypeName("LISTED")
    public record Listed(
            List<Judgement> judgements,
            LocalDate since,
            VisitDue nextVisit,
            Optional<LocalDate> lastVisit,
            LocalDate lastChange,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attempt> attempts)
            implements Listing {

        public Listed {
            judgements = List.copyOf(judgements);
            attempts = attempts == null ? List.of() : List.copyOf(attempts);
        }

        public Set<KeyCareGround> grounds() {
            return judgements.getLast().grounds();
        }

        public RiskLevel risk() {
            return judgements.getLast().risk();
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

        /** The day of the attempt with which there were as many as call for a search. */
        public Optional<LocalDate> searchFrom() {
            return IntStream.range(0, attempts.size())
                    .filter(i -> i + 1 >= attempts.get(i).searchAfter())
                    .mapToObj(i -> attempts.get(i).on())
                    .findFirst();
        }

        private Listed reassessed(KeyCareReassessed event) {
            return new Listed(
                    judged(new Judgement(event.effectiveOn(), event.grounds(), event.risk())),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    lastVisit,
                    event.effectiveOn(),
                    attempts);
        }

        /** One told after a change of a later day says what held on its own day, not what holds now. */
        private Listed visited(HomeVisitRecorded event) {
            LocalDate day = event.effectiveOn();
            LocalDate seen = lastVisit.filter(day::isBefore).orElse(day);
            List<Attempt> unseen = attempts.stream()
                    .filter(attempt -> attempt.on().isAfter(seen))
                    .toList();
            if (day.isBefore(lastChange)) {
                return new Listed(judgements, since, nextVisit, Optional.of(seen), lastChange, unseen);
            }
            return new Listed(
                    judged(new Judgement(day, grounds(), event.risk())),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    Optional.of(seen),
                    day,
                    unseen);
        }

        /** One that lies before the child was listed or last seen says nothing of today, however late it is told. */
        private Listed attempted(Attempt attempt) {
            boolean past = attempt.on().isBefore(since)
                    || lastVisit.filter(seen -> !attempt.on().isAfter(seen)).isPresent();
            return past
                    ? this
                    : new Listed(
                            judgements,
                            since,
                            nextVisit,
                            lastVisit,
                            lastChange,
                            Stream.concat(attempts.stream(), Stream.of(attempt))
                                    .sorted(Comparator.comparing(Attempt::on))
                                    .toList());
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

    public record Assessed(LocalDate on, long fact) {}

    public record Visit(LocalDate on, long fact) {}

    /** @param searchAfter how many in a row call for a search, by the policy of its day */
    public record Attempt(LocalDate on, int searchAfter, long fact) {}

    public static KeyCare none() {
        return NONE;
    }

    public Optional<Listed> listed() {
        return switch (listing) {
            case Listed listed -> Optional.of(listed);
            case NeverListed _, Delisted _ -> Optional.empty();
        };
    }

    /** @param fact version of the event */
    public KeyCare after(KeyCareEvent event, long fact) {
        return switch (event) {
            case KeyCareListed e ->
                assessed(
                        e.effectiveOn(),
                        fact,
                        new Listed(
                                List.of(new Judgement(e.effectiveOn(), e.grounds(), e.risk())),
                                e.effectiveOn(),
                                new VisitDue(e.nextVisitDue(), e.edition()),
                                Optional.empty(),
                                e.effectiveOn(),
                                List.of()));
            case KeyCareReassessed e ->
                listed().map(listed -> assessed(e.effectiveOn(), fact, listed.reassessed(e)))
                        .orElse(this);
            case KeyCareDelisted e -> with(new Delisted(e.reason(), e.effectiveOn(), fact));
            case HomeVisitRecorded e -> visited(e, fact);
            case HomeVisitAttempted e ->
                listed().map(listed -> with(listed.attempted(new Attempt(e.effectiveOn(), e.searchAfter(), fact))))
                        .orElse(this);
        };
    }

    private KeyCare visited(HomeVisitRecorded event, long fact) {
        Visit visit = new Visit(event.effectiveOn(), fact);
        Listing followed =
                listed().<Listing>map(listed -> listed.visited(event)).orElse(listing);
        return new KeyCare(
                followed,
                lastVisit.filter(last -> last.on().isAfter(visit.on())).or(() -> Optional.of(visit)),
                assessed);
    }

    private KeyCare assessed(LocalDate on, long fact, Listed next) {
        return new KeyCare(next, lastVisit, Optional.of(new Assessed(on, fact)));
    }

    private KeyCare with(Listing next) {
        return new KeyCare(next, lastVisit, assessed);
    }
}
