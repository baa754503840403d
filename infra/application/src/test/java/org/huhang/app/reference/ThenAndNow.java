package org.huhang.app.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.huhang.kernel.area.CaseHistory;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.kernel.log.Recorded;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.kernel.value.CaseId;
import org.huhang.query.casefile.Replays;

/** What was answered when the log ended at a position, and what is answered for that position when it has gone on. */
record ThenAndNow(List<CaseId> files, List<Recorded> facts) {

    private static final Divisions DIVISIONS = PolicyBook.published().divisions();

    /** @param places whose offices answer for the child */
    private record Answered(Object document, List<DivisionCode> places) {}

    /** At every position, of a file taken at random, of all days or of one. */
    Optional<String> difference(Random random) {
        for (int known = 1; known <= facts.size(); known++) {
            List<Recorded> then = facts.subList(0, known);
            CaseId file = then.get(random.nextInt(known)).caseId();
            LocalDate day = facts.get(random.nextInt(facts.size())).event().effectiveOn();
            Optional<LocalDate> asked =
                    random.nextBoolean() ? Optional.empty() : Optional.of(day.minusDays(random.nextInt(2)));
            Optional<Answered> answered = answer(file, then, Moment.last(then), asked);
            Optional<Answered> again = answer(file, facts, Moment.last(then), asked);
            if (!answered.equals(again)) {
                return Optional.of("file %d known at %d, %s%n    then %s%n    now  %s"
                        .formatted(files.indexOf(file), known, asked, answered, again));
            }
        }
        return Optional.empty();
    }

    private static Optional<Answered> answer(CaseId file, List<Recorded> log, Moment known, Optional<LocalDate> day) {
        CaseHistory history = CaseHistory.of(file, of(file, log), other -> of(other, log));
        return Replays.answer(history, known, day)
                .map(state -> new Answered(
                        Replays.document(history, state, day.orElse(LocalDate.MAX), DIVISIONS), state.places()));
    }

    private static List<Recorded> of(CaseId file, List<Recorded> log) {
        return log.stream().filter(fact -> fact.caseId().equals(file)).toList();
    }
}
