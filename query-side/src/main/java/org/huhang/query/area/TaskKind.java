package org.huhang.query.area;

/** What there may be to do in a case. */
public enum TaskKind {
    /** Last day by which a screened child is to be screened again. */
    RECONFIRM_SCREENING,
    /** The sixteenth birthday of a migrant or left-behind child: the status ends by age. */
    AGES_OUT,
    /** Last day for the next home visit (走访探视). */
    VISIT_DUE,
    /** Last day for the review of temporary care. */
    REVIEW_TEMPORARY_CARE,
    /** The day after which temporary care has lasted over a year: an alert only (法发〔2014〕24号, art. 15). */
    TEMPORARY_CARE_ONE_YEAR,
    /** A screening waits for a person's judgement since this day; no text sets a last day. */
    DECIDE_REVIEW,
    /** The eighteenth birthday of a child with an open case. */
    TURNS_EIGHTEEN;

    /** Whether the day is the last one for doing something. */
    public boolean hasLastDay() {
        return switch (this) {
            case RECONFIRM_SCREENING, VISIT_DUE, REVIEW_TEMPORARY_CARE -> true;
            case AGES_OUT, TEMPORARY_CARE_ONE_YEAR, DECIDE_REVIEW, TURNS_EIGHTEEN -> false;
        };
    }
}
