package org.huhang.kernel.area.keycare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
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
 * @param assessed listings and reassessments, also of an earlier listing, but for those that another followed which is both of
 *     a later day, or the same, and told later
 */
public record KeyCare(Listing listing, Optional<Visit> lastVisit, List<Assessed> assessed) {

    private static final KeyCare NONE = new KeyCare(new NeverListed(), Optional.empty(), List.of());

    public KeyCare {
        assessed = assessed == null ? List.of() : List.copyOf(assessed);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    public sealed interface Listing {}

    @JsonTypeName("NEVER_LISTED")
    public record NeverListed() implements Listing {}

    @JsonTypeName("DELISTED")
    public record Delisted(DelistReason reason, LocalDate on, long fact) implements Listing {}

    /**
     * @param since the first day of it, also where the child was listed again meanwhile, in another file or before it was known
     * @param nextVisit as set by the newest change
     * @param lastVisit the latest day on which the listed child was visited
     * @param lastChange the day of the last listing, reassessment or visit, whichever is latest
     * @param attempts to visit the child since it was last seen
     */
    @JsonTypeName("LISTED")
    public record Listed(
            Set<KeyCareGround> grounds,
            RiskLevel risk,
            LocalDate since,
            VisitDue nextVisit,
            Optional<LocalDate> lastVisit,
            LocalDate lastChange,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attempt> attempts)
            implements Listing {

        public Listed {
            grounds = Grounds.ordered(grounds);
            attempts = attempts == null ? List.of() : List.copyOf(attempts);
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

        private static Listed begin(KeyCareListed event) {
            return new Listed(
                    event.grounds(),
                    event.risk(),
                    event.effectiveOn(),
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    Optional.empty(),
                    event.effectiveOn(),
                    List.of());
        }

        /** In another file of the child, or told after a later listing: what either says holds until it is judged anew. */
        private Listed listedAgain(KeyCareListed event) {
            VisitDue due = new VisitDue(event.nextVisitDue(), event.edition());
            return assessed(
                    Grounds.both(grounds, event.grounds()),
                    risk.compareTo(event.risk()) <= 0 ? risk : event.risk(),
                    due.by().isBefore(nextVisit.by()) ? due : nextVisit,
                    event.effectiveOn());
        }

        private Listed reassessed(KeyCareReassessed event) {
            return assessed(
                    event.grounds(),
                    event.risk(),
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    event.effectiveOn());
        }

        private Listed assessed(Set<KeyCareGround> grounds, RiskLevel risk, VisitDue nextVisit, LocalDate on) {
            return new Listed(grounds, risk, since, nextVisit, lastVisit, on, attempts);
        }

        private Listed visited(HomeVisitRecorded event) {
            return new Listed(
                    grounds,
                    event.risk(),
                    since,
                    new VisitDue(event.nextVisitDue(), event.edition()),
                    Optional.of(event.effectiveOn()),
                    event.effectiveOn(),
                    List.of());
        }

        /** One on the day of a visit says nothing: the child was seen. */
        private Listed attempted(Attempt attempt) {
            return lastVisit.filter(attempt.on()::equals).isPresent()
                    ? this
                    : new Listed(
                            grounds,
                            risk,
                            since,
                            nextVisit,
                            lastVisit,
                            lastChange,
                            Stream.concat(attempts.stream(), Stream.of(attempt)).toList());
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

    /** Only a child who is listed is visited, assessed anew or taken off. */
    public boolean takes(KeyCareEvent event) {
        return switch (event) {
            case KeyCareListed _ -> true;
            case KeyCareReassessed _, KeyCareDelisted _, HomeVisitRecorded _, HomeVisitAttempted _ ->
                listed().isPresent();
        };
    }

    /** @param fact version of the event */
    public KeyCare after(KeyCareEvent event, long fact) {
        return switch (event) {
            case KeyCareListed e ->
                assessed(
                        e.effectiveOn(),
                        fact,
                        listed().map(listed -> listed.listedAgain(e)).orElseGet(() -> Listed.begin(e)));
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
        return listed().map(listed ->
                        new KeyCare(listed.visited(event), Optional.of(new Visit(event.effectiveOn(), fact)), assessed))
                .orElse(this);
    }

    private KeyCare assessed(LocalDate on, long fact, Listed next) {
        Stream<Assessed> others = assessed.stream()
                .filter(other -> other.fact() > fact || other.on().isAfter(on));
        return new KeyCare(
                next,
                lastVisit,
                Stream.concat(others, Stream.of(new Assessed(on, fact))).toList());
    }

    private KeyCare with(Listing next) {
        return new KeyCare(next, lastVisit, assessed);
    }
}
