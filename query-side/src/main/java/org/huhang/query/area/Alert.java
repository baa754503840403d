package org.huhang.query.area;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Something the calendar brought about and a person should look at. An alert changes nothing by itself.
 *
 * @param day the day it is counted from: the last day something was due, the mark, or the birthday
 * @param daysPast days from then to today
 */
public record Alert(Kind kind, LocalDate day, long daysPast) {

    public enum Kind {
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

    /** From the day after the last one. */
    public static Stream<Alert> passed(Kind kind, LocalDate lastDay, LocalDate today) {
        return today.isAfter(lastDay) ? Stream.of(of(kind, lastDay, today)) : Stream.empty();
    }

    /** From that day on. */
    public static Stream<Alert> reached(Kind kind, LocalDate day, LocalDate today) {
        return today.isBefore(day) ? Stream.empty() : Stream.of(of(kind, day, today));
    }

    private static Alert of(Kind kind, LocalDate day, LocalDate today) {
        return new Alert(kind, day, ChronoUnit.DAYS.between(day, today));
    }
}
