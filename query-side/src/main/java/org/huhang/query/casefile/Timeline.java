package org.huhang.query.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.area.CaseState;
import org.huhang.kernel.area.CaseState.Registered;
import org.huhang.kernel.area.Entry;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.value.CaseId;
import org.huhang.kernel.value.EntryId;

/**
 * The facts of one child, of every file that is about it, in the order in which they were true or became known; and what each did
 * to the picture.
 */
final class Timeline {

    /**
     * One fact with the picture before and after it; null before the registration.
     *
     * @param overrules entries that took effect without it and do so no longer
     * @param told what states of its file name facts by
     */
    record Step(
            Recorded fact,
            Registered before,
            Registered after,
            Standing standing,
            List<EntryId> overrules,
            Facts told) {}

    /**
     * What became of an entry by what is known.
     *
     * @param voidedBy the entry that says it should not have been made; {@code correctedBy} likewise, what it should have said
     * @param overruled whether it changes nothing because of what else is true by then
     */
    record Standing(Optional<EntryId> voidedBy, Optional<EntryId> correctedBy, boolean overruled) {}

    private final Question question;
    private final CaseHistory history;
    private final CaseHistory then;
    private final Map<EntryId, LocalDate> days;

    /** @param history all that is known of the child now */
    Timeline(Question question, CaseHistory history) {
        this.question = question;
        this.history = history;
        this.then = history.considering(question::wasKnown);
        this.days = then.standing().stream().collect(Collectors.toMap(Entry::id, Entry::on));
    }

    /** The facts the answer rests on, in the order of truth, each with what it did to the picture. */
    List<Step> base() {
        CaseHistory rests = history.considering(this::answers);
        Map<EntryId, CaseHistory.Step> folded = rests.steps().stream()
                .collect(Collectors.toMap(step -> step.entry().id(), Function.identity(), (_, again) -> again));
        Facts told = Facts.of(history);
        List<Step> steps = new ArrayList<>();
        Registered picture = null;
        for (Recorded fact : inOrderOfTruth()) {
            Optional<CaseHistory.Step> step = Optional.ofNullable(folded.get(id(fact)));
            Registered before = picture;
            picture = step.map(CaseHistory.Step::after).orElse(before);
            steps.add(new Step(
                    fact,
                    before,
                    picture,
                    standing(
                            rests,
                            fact,
                            step.filter(CaseHistory.Step::overruled).isPresent()),
                    List.of(),
                    told));
        }
        return steps;
    }

    /**
     * The facts left out, as they became known, each with what it does to the picture when it takes its place among the base and
     * those before it: the last picture is the case as it stands.
     */
    List<Step> since() {
        Set<EntryId> considered = new HashSet<>();
        history.known().stream().filter(this::answers).forEach(fact -> considered.add(id(fact)));
        CaseHistory last = history.considering(fact -> considered.contains(id(fact)));
        Registered before = registered(last.now());
        Facts told = Facts.of(history);
        List<Step> steps = new ArrayList<>();
        for (Recorded fact : history.known().stream().filter(it -> !answers(it)).toList()) {
            considered.add(id(fact));
            CaseHistory next = history.considering(it -> considered.contains(id(it)));
            Registered after = registered(next.now());
            boolean overruled = next.steps().stream()
                    .anyMatch(step -> step.overruled() && step.entry().id().equals(id(fact)));
            steps.add(new Step(fact, before, after, standing(next, fact, overruled), overruled(last, next), told));
            last = next;
            before = after;
        }
        return steps;
    }

    Optional<Registered> answer() {
        Optional<CaseState> answer = question.effectiveAt().isPresent()
                ? then.begins()
                        .filter(question::wasTrue)
                        .map(_ -> then.asOf(question.effectiveAt().get()))
                : Optional.of(then.now());
        return answer.map(Timeline::registered);
    }

    private static List<EntryId> overruled(CaseHistory before, CaseHistory after) {
        Set<EntryId> still = after.effective().stream().map(Entry::id).collect(Collectors.toSet());
        return before.effective().stream()
                .map(Entry::id)
                .filter(entry -> !still.contains(entry))
                .toList();
    }

    boolean trueLater(Recorded fact) {
        return !question.wasTrue(trueFrom(fact));
    }

    boolean knownLater(Recorded fact) {
        return !question.wasKnown(fact);
    }

    /** As recorded, one after the other: what each did to the picture of its file, by what was known then. */
    static List<Step> steps(CaseHistory history) {
        Map<CaseId, CaseHistory> files = new HashMap<>();
        Map<CaseId, Facts> told = new HashMap<>();
        Map<CaseId, Registered> pictures = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Recorded fact : history.known()) {
            CaseId id = fact.caseId();
            CaseHistory file =
                    files.computeIfAbsent(id, it -> it.equals(history.caseId()) ? history : history.ofFile(it));
            Registered before = pictures.get(id);
            Registered after = before != null && file.isOfOneFile() && before.follows(fact.event())
                    ? registered(before.with(fact.event(), fact.version()))
                    : registered(file.considering(it -> it.position() <= fact.position())
                            .now());
            steps.add(new Step(
                    fact,
                    before,
                    after,
                    standing(history, fact, false),
                    List.of(),
                    told.computeIfAbsent(id, _ -> Facts.of(file))));
            pictures.put(id, after);
        }
        return steps;
    }

    /** The first registration, then by the days from which they are true; of one day as they became known. */
    private List<Recorded> inOrderOfTruth() {
        Optional<EntryId> registration = then.standing().stream().findFirst().map(Entry::id);
        return history.known().stream()
                .filter(this::answers)
                .sorted(Comparator.comparing((Recorded fact) -> !registration.equals(Optional.of(id(fact))))
                        .thenComparing(this::trueFrom))
                .toList();
    }

    private static Standing standing(CaseHistory history, Recorded fact, boolean overruled) {
        EntryId id = id(fact);
        return new Standing(history.voidedBy(id), history.correctedBy(id), overruled);
    }

    private boolean answers(Recorded fact) {
        return !knownLater(fact) && !trueLater(fact);
    }

    /** By the last correction that was known. */
    private LocalDate trueFrom(Recorded fact) {
        return days.getOrDefault(id(fact), fact.event().effectiveOn());
    }

    private static EntryId id(Recorded fact) {
        return new EntryId(fact.caseId(), fact.version());
    }

    private static Registered registered(CaseState state) {
        return switch (state) {
            case CaseState.Unregistered _ -> null;
            case Registered known -> known;
        };
    }
}
