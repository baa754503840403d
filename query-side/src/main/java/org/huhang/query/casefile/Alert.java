package org.huhang.query.casefile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Something the calendar brought about and a person should look at. An alert changes nothing by itself.
 *
 * @param day the day it is counted from: the last day something was due, the mark, or the birthday
 * @param daysPast days from then to today
 */
record Alert(Kind kind, LocalDate day, long daysPast) {

    enum Kind {
        /** The next home visit was due. */
        VISIT_OVERDUE,
        TEMPORARY_CARE_REVIEW_OVERDUE,
        /** 法发〔2014〕24号, art. 15: generally not over one year. Care goes on until somebody decides. */
        TEMPORARY_CARE_BEYOND_ONE_YEAR,
        /** Screening was to be repeated. */
        RECONFIRMATION_OVERDUE,
        /** A migrant or left-behind status, or a review of one, outlived its age. */
        SIXTEENTH_BIRTHDAY_REACHED,
        EIGHTEENTH_BIRTHDAY_REACHED
    }

    static Alert of(Kind kind, LocalDate day, LocalDate today) {
        return new Alert(kind, day, ChronoUnit.DAYS.between(day, today));
    }
}
