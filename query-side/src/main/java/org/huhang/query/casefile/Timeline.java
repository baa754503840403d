package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.file.FileEvent.CasesMerged;
import org.huhang.kernel.area.file.FileEvent.CasesUnmerged;
import org.huhang.kernel.area.file.FileEvent.ChildRegistered;
import org.huhang.kernel.log.Recorded;

/**
 * The facts of one case in the order a question folds them: as recorded when it asks what was known, by the day they took
 * effect when it asks what was true. Nothing is true of a case before its registration, so no fact comes before that; and
 * a merge known to have been undone never was, so it stands among the facts and changes nothing.
 */
record Timeline(Question question, List<Recorded> facts, LocalDate start, Comparator<Recorded> order) {

    /** One fact with the picture before and after it; null before the registration. */
    record Step(Recorded fact, Registered before, Registered after) {}

    /** @param history every fact of the case, in order of version */
    static Timeline of(Question question, List<Recorded> history) {
        LocalDate start = history.stream()
                .filter(fact -> fact.event() instanceof ChildRegistered)
                .map(fact -> fact.event().effectiveOn())
                .findFirst()
                .orElse(LocalDate.MIN);
        Comparator<Recorded> order = Comparator.comparingLong(Recorded::version);
        if (question.effectiveAt().isPresent()) {
            order = Comparator.<Recorded, LocalDate>comparing(fact -> trueFrom(fact, start))
                    .thenComparing(order);
        }
        return new Timeline(question, history.stream().sorted(order).toList(), start, order);
    }

    /** The facts the answer rests on, each with what it did to the picture. */
    List<Step> base() {
        return steps(rests(), passedOver(known()));
    }

    /**
     * The facts left out, in order, each with what it does to the picture when it takes its place among the base and
     * those before it: the last picture is the case as it stands.
     */
    List<Step> since() {
        List<Recorded> considered = new ArrayList<>(rests());
        List<Recorded> known = new ArrayList<>(known());
        Set<Recorded> passedOver = passedOver(known);
        List<Step> steps = new ArrayList<>();
        Registered before = last(steps(considered, passedOver));
        for (Recorded fact : facts.stream().filter(fact -> !answers(fact)).toList()) {
            if (knownLater(fact)) {
                known.add(fact);
                passedOver = passedOver(known);
            }
            Registered after = insert(considered, fact, before, passedOver);
            steps.add(new Step(fact, before, after));
            before = after;
        }
        return steps;
    }

    Optional<Registered> answer() {
        return Optional.ofNullable(last(base()));
    }

    boolean trueLater(Recorded fact) {
        return !question.wasTrue(trueFrom(fact, start));
    }

    boolean knownLater(Recorded fact) {
        return !question.wasKnown(fact);
    }

    /** What they add up to, folded in the order given; empty until the registration is among them. */
    static Optional<Registered> fold(List<Recorded> facts) {
        return Optional.ofNullable(last(steps(facts)));
    }

    /** As recorded, one after the other. */
    static List<Step> steps(List<Recorded> facts) {
        return steps(facts, Set.of());
    }

    private static List<Step> steps(List<Recorded> facts, Set<Recorded> passedOver) {
        List<Step> steps = new ArrayList<>();
        Registered before = null;
        for (Recorded fact : facts) {
            Registered after = after(before, fact, passedOver);
            steps.add(new Step(fact, before, after));
            before = after;
        }
        return steps;
    }

    private static Registered after(Registered before, Recorded fact, Set<Recorded> passedOver) {
        return before != null && passedOver.contains(fact) ? before.passing(fact.version()) : folded(before, fact);
    }

    /** @param before null before the registration */
    private static Registered folded(Registered before, Recorded fact) {
        CaseState state = before == null ? CaseState.unregistered(fact.caseId()) : before;
        return switch (state.with(fact.event(), fact.version())) {
            case CaseState.Unregistered _ -> null;
            case Registered after -> after;
        };
    }

    private static Registered last(List<Step> steps) {
        return steps.isEmpty() ? null : steps.getLast().after();
    }

    /** What is known to have been undone bears on what was true, not on what was known at the time. */
    private Set<Recorded> passedOver(List<Recorded> known) {
        return question.effectiveAt().isPresent() ? Undone.among(known) : Set.of();
    }

    private Registered insert(List<Recorded> considered, Recorded fact, Registered before, Set<Recorded> passedOver) {
        int place = considered.size();
        while (place > 0 && order.compare(considered.get(place - 1), fact) > 0) {
            place--;
        }
        considered.add(place, fact);
        // Which merges were undone may change with either, and so the picture of what is already folded.
        boolean pairing = fact.event() instanceof CasesMerged || fact.event() instanceof CasesUnmerged;
        return place == considered.size() - 1 && !pairing
                ? after(before, fact, passedOver)
                : last(steps(considered, passedOver));
    }

    private List<Recorded> known() {
        return facts.stream().filter(fact -> !knownLater(fact)).toList();
    }

    private List<Recorded> rests() {
        return facts.stream().filter(this::answers).toList();
    }

    private boolean answers(Recorded fact) {
        return !knownLater(fact) && !trueLater(fact);
    }

    private static LocalDate trueFrom(Recorded fact, LocalDate start) {
        LocalDate day = fact.event().effectiveOn();
        return day.isBefore(start) ? start : day;
    }
}
