package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huhang.kernel.event.FileEvent.ChildRegistered;
import org.huhang.kernel.log.Recorded;

/**
 * The facts of one case in the order a question folds them: as recorded when it asks what was known, by the day they took
 * effect when it asks what was true. Nothing is true of a case before its registration, so no fact comes before that.
 */
record Timeline(Question question, List<Recorded> facts, LocalDate start, Comparator<Recorded> order) {

    /** One fact with the picture before and after it; null before the registration. */
    record Step(Recorded fact, CaseView before, CaseView after) {}

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
        return steps(rests());
    }

    /**
     * The facts left out, in order, each with what it does to the picture when it takes its place among the base and
     * those before it: the last picture is the case as it stands.
     */
    List<Step> since() {
        List<Recorded> considered = new ArrayList<>(rests());
        List<Step> steps = new ArrayList<>();
        CaseView before = CaseView.of(considered).orElse(null);
        for (Recorded fact : facts.stream().filter(fact -> !answers(fact)).toList()) {
            CaseView after = insert(considered, fact, before);
            steps.add(new Step(fact, before, after));
            before = after;
        }
        return steps;
    }

    Optional<CaseView> answer() {
        return CaseView.of(rests());
    }

    boolean trueLater(Recorded fact) {
        return !question.wasTrue(trueFrom(fact, start));
    }

    boolean knownLater(Recorded fact) {
        return !question.wasKnown(fact);
    }

    static List<Step> steps(List<Recorded> facts) {
        List<Step> steps = new ArrayList<>();
        CaseView before = null;
        for (Recorded fact : facts) {
            CaseView after = CaseView.after(before, fact);
            steps.add(new Step(fact, before, after));
            before = after;
        }
        return steps;
    }

    private CaseView insert(List<Recorded> considered, Recorded fact, CaseView before) {
        int place = considered.size();
        while (place > 0 && order.compare(considered.get(place - 1), fact) > 0) {
            place--;
        }
        considered.add(place, fact);
        return place == considered.size() - 1
                ? CaseView.after(before, fact)
                : CaseView.of(considered).orElse(null);
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
