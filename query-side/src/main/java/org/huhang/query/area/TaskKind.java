package org.huhang.query.area;

import static org.huhang.query.area.TaskKind.Day.LAST;
import static org.huhang.query.area.TaskKind.Day.SINCE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.area.file.FileDuties;
import org.huhang.query.area.guardianship.GuardianshipDuties;
import org.huhang.query.area.keycare.KeyCareDuties;
import org.huhang.query.area.schooling.SchoolingDuties;
import org.huhang.query.area.screening.ScreeningDuties;

/** What there may be to do in an open case, and which area says on what day. */
public enum TaskKind {
    /** Last day by which a screened child is to be screened again. */
    RECONFIRM_SCREENING(LAST, (of, _) -> ScreeningDuties.repetition(of.screening())),
    /** The sixteenth birthday of a migrant or left-behind child: the status ends by age. */
    AGES_OUT(SINCE, ScreeningDuties::agesOut),
    /** Last day for the next home visit (走访探视). */
    VISIT_DUE(LAST, (of, _) -> KeyCareDuties.nextVisit(of.keyCare())),
    /** Visit after visit has met nobody: since this day somebody is to look into it, until the child is seen. */
    CHILD_NOT_SEEN(SINCE, (of, _) -> KeyCareDuties.search(of.keyCare())),
    /** Last day for the review of temporary care. */
    REVIEW_TEMPORARY_CARE(LAST, (of, _) -> GuardianshipDuties.nextReview(of.guardianship())),
    /** The day after which temporary care has lasted over a year: an alert only (法发〔2014〕24号, art. 15). */
    TEMPORARY_CARE_ONE_YEAR(SINCE, (of, _) -> GuardianshipDuties.oneYearMark(of.guardianship())),
    /** A child dropped out of school on this day: key care is to be assessed anew, until it was or the child is back. */
    REASSESS_AFTER_DROPOUT(
            SINCE, (of, _) -> SchoolingDuties.reassessment(of.course().areas())),
    /** A screening waits for a person's judgement since this day; no text sets a last day. */
    DECIDE_REVIEW(SINCE, (of, _) -> ScreeningDuties.review(of.screening())),
    /** The eighteenth birthday of a child with an open case. */
    TURNS_EIGHTEEN(SINCE, FileDuties::majority);

    /** What the day of a task is: the last one for it, or the one on which it came about. */
    enum Day {
        LAST,
        SINCE
    }

    private final Day day;
    private final BiFunction<CaseOutline, PolicyBook, Optional<LocalDate>> asked;

    TaskKind(Day day, BiFunction<CaseOutline, PolicyBook, Optional<LocalDate>> asked) {
        this.day = day;
        this.asked = asked;
    }

    /** Whether the day is the last one for doing something. */
    public boolean hasLastDay() {
        return day == LAST;
    }

    /** The day for it; empty where there is nothing of the kind to do. */
    Optional<LocalDate> in(CaseOutline outline, PolicyBook policies) {
        return asked.apply(outline, policies);
    }
}
